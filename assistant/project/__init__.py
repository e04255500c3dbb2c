"""The Django project: settings made from config.py, addresses, tasks, the web entry."""
