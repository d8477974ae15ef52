"""How a vault's file came to its present shape, step by step; the number of the last step is in the file."""
