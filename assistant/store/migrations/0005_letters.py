"""Letters that officers begin: what was answered for them, several of a kind, and the cost limit."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0004_reasoning")]
    operations = [
        migrations.AddField(
            model_name="authority",
            name="cost_limit",
            field=models.PositiveIntegerField(default=450),
        ),
        migrations.AddField(
            model_name="draft",
            name="supplied",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.RemoveConstraint(model_name="draft", name="one_draft_per_kind"),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(
                condition=models.Q(state__in=["queued", "ready"]),
                fields=("case", "kind"),
                name="one_open_draft_per_kind",
            ),
        ),
    ]
