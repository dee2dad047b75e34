"""The journal, with the guards that let nobody change it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from yingjiu.web.journal.guards import lift_guards, put_guards


class Migration(migrations.Migration):
    """First tables."""

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(default=0)),
                ("mark", models.CharField(max_length=64)),
                ("own", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False, verbose_name="序号")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("actor_name", models.CharField(max_length=40, verbose_name="姓名")),
                ("unit", models.CharField(max_length=80, verbose_name="单位")),
                ("action", models.CharField(max_length=40, verbose_name="操作")),
                ("subject", models.CharField(blank=True, max_length=60, verbose_name="对象")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="理由")),
                ("before", models.JSONField(default=dict, verbose_name="之前")),
                ("after", models.JSONField(default=dict, verbose_name="之后")),
                ("mark", models.CharField(max_length=64, verbose_name="链")),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="操作人",
                    ),
                ),
            ],
            options={
                "verbose_name": "日志",
                "ordering": ("-number",),
                "indexes": [
                    models.Index(fields=["actor", "number"], name="journal_by_actor"),
                    models.Index(fields=["subject", "number"], name="journal_by_subject"),
                    models.Index(fields=["action", "number"], name="journal_by_action"),
                ],
            },
        ),
        migrations.RunPython(put_guards, lift_guards),
    ]
