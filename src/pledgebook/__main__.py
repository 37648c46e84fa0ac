"""`python -m pledgebook`: the command."""

from pledgebook.cli import main

if __name__ == "__main__":
    main(prog_name="pledgebook")
