"""What touches the machine: database, files, paper; written without Qt."""
