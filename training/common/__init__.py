"""What both pipelines' simulation, training and export share."""
