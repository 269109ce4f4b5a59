"""Texts, sheets and presentations (Office Open XML and OpenDocument) → what is harmless of them, and what they tell beside that."""
