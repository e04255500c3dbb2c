"""Find near-identical requests among the cases, by a few numbers of each."""

import django.db.models.deletion
from django.db import migrations, models

from assistant.domain.request.likeness import sketch

AT_ONCE = 500


def fill(apps, schema_editor):
    """Make the numbers of the cases that are here."""
    part_model = apps.get_model("store", "RequestPart")
    sketch_model = apps.get_model("store", "RequestSketch")
    questions = part_model.objects.order_by("case_id", "position").values_list("case_id", "text")
    case_id, texts, rows = None, [], []

    def close():
        rows.extend(sketch_model(case_id=case_id, value=value) for value in sketch(texts))
        texts.clear()

    for of, text in questions.iterator(AT_ONCE):
        if of != case_id:
            close()
            case_id = of
        texts.append(text)
        if len(rows) >= AT_ONCE:
            sketch_model.objects.bulk_create(rows)
            rows.clear()
    close()
    sketch_model.objects.bulk_create(rows)


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0013_found_again'),
    ]

    operations = [
        migrations.CreateModel(
            name='RequestSketch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.BigIntegerField(db_index=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sketch', to='store.case')),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
