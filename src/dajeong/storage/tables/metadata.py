"""What every table is declared in."""

from sqlalchemy import MetaData

metadata = MetaData()
