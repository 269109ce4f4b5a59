"""What helps people contribute, made from the same declarations as everything else."""
