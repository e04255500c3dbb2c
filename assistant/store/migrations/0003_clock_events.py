import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KINDS = [("foi", "foi"), ("school", "school"), ("archives", "archives")]
EVENTS = [
    ("clarification-sought", "Clarification-sought"),
    ("clarification-received", "Clarification-received"),
    ("fees-notice", "Fees-notice"),
    ("fees-paid", "Fees-paid"),
    ("extended", "Extended"),
]


def _person():
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
    )


class Migration(migrations.Migration):
    dependencies = [("store", "0002_full_text_and_history")]
    operations = [
        migrations.AddField(
            model_name="requestpart",
            name="deadline",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.CreateModel(
            name="AuthorityClock",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(choices=KINDS, default="foi", max_length=10)),
                ("terms", models.JSONField(blank=True, default=list)),
                ("bank_holidays", models.JSONField(blank=True, default=dict)),
                (
                    "authority",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="clock",
                        to="store.authority",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ClockEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(choices=EVENTS, max_length=30)),
                ("on", models.DateField()),
                ("note", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_reason", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="clock_events",
                        to="store.case",
                    ),
                ),
                (
                    "part",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="clock_events",
                        to="store.requestpart",
                    ),
                ),
                ("recorded_by", _person()),
                ("withdrawn_by", _person()),
            ],
            options={"ordering": ["case", "on", "id"]},
        ),
    ]
