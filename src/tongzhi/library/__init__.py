"""The jobs of the commands for scripts: mappings, bytes and open files in, bytes out, by the same road as the commands."""
