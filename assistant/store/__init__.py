"""The database: models, migrations, full text, and the functions that load and record."""
