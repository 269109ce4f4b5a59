"""The parts that pages of several kinds share."""
