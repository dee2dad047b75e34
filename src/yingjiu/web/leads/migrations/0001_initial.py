"""Leads, papers, evidence, decisions."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """First tables."""

    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Lead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=16, verbose_name="线索编号")),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                ("id_number", models.CharField(blank=True, max_length=30, verbose_name="证件号码")),
                ("sex", models.CharField(blank=True, max_length=4, verbose_name="性别")),
                ("birth", models.CharField(blank=True, max_length=10, verbose_name="出生日期")),
                ("township", models.CharField(blank=True, max_length=60, verbose_name="乡镇")),
                ("case_number", models.CharField(blank=True, max_length=80, verbose_name="案号")),
                ("matter", models.CharField(blank=True, max_length=80, verbose_name="罪名或案由")),
                ("stream", models.CharField(max_length=10, verbose_name="条线")),
                ("groups", models.CharField(blank=True, max_length=40, verbose_name="人群")),
                ("found_by", models.JSONField(default=list, verbose_name="模型")),
                ("officers", models.JSONField(default=list, verbose_name="原案承办人")),
                ("colour", models.CharField(blank=True, max_length=2, verbose_name="分级")),
                ("rank", models.PositiveIntegerField(default=0, verbose_name="次序")),
                ("why", models.CharField(blank=True, max_length=300, verbose_name="原因")),
                ("grade_why", models.CharField(blank=True, max_length=300, verbose_name="分级理由")),
                ("question", models.CharField(blank=True, max_length=120, verbose_name="只差查这一件")),
                ("how", models.CharField(blank=True, max_length=120, verbose_name="怎样查")),
                ("due", models.DateField(blank=True, null=True, verbose_name="期限")),
                ("change", models.CharField(blank=True, max_length=4, verbose_name="与上次相比")),
                ("ended", models.CharField(blank=True, max_length=40, verbose_name="已结束")),
                ("told", models.JSONField(default=dict, verbose_name="要素")),
                ("dossier", models.JSONField(default=dict, verbose_name="依据")),
                ("names", models.JSONField(default=list, verbose_name="涉及的姓名")),
                ("sealed", models.BooleanField(default=False, verbose_name="封存")),
                ("first_seen", models.DateField(verbose_name="首次发现")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "待核查"),
                            ("relief", "拟救助"),
                            ("no", "不符合"),
                            ("unsure", "存疑"),
                            ("assistance", "转社会救助"),
                            ("court", "移送法院"),
                            ("police", "移送公安"),
                        ],
                        default="open",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="决定时间")),
                ("version", models.PositiveIntegerField(default=0, verbose_name="版本")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.unit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "线索",
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "待核查"),
                            ("relief", "拟救助"),
                            ("no", "不符合"),
                            ("unsure", "存疑"),
                            ("assistance", "转社会救助"),
                            ("court", "移送法院"),
                            ("police", "移送公安"),
                        ],
                        max_length=12,
                        verbose_name="决定",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("paid", "已足额赔偿"),
                            ("relieved", "他机关已救助"),
                            ("not_by_case", "非因案致困"),
                            ("no_hardship", "查无困难"),
                            ("unwilling", "本人不愿申请"),
                            ("waiting", "等一份材料"),
                        ],
                        max_length=20,
                        verbose_name="理由",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("undone_at", models.DateTimeField(blank=True, null=True, verbose_name="撤销时间")),
                (
                    "officer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="leads.lead"
                    ),
                ),
            ],
            options={
                "verbose_name": "决定",
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=400, verbose_name="位置")),
                ("title", models.CharField(max_length=80, verbose_name="文书")),
                ("day", models.CharField(blank=True, max_length=10, verbose_name="日期")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.unit"
                    ),
                ),
            ],
            options={
                "verbose_name": "文书",
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("fact", models.CharField(max_length=40, verbose_name="证明什么")),
                ("passage", models.TextField(verbose_name="段落")),
                ("start", models.PositiveIntegerField(verbose_name="起")),
                ("end", models.PositiveIntegerField(verbose_name="止")),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="leads.lead"
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="leads.paper"),
                ),
            ],
            options={
                "verbose_name": "证据",
                "ordering": ("number",),
            },
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["unit", "state", "ended", "rank"], name="lead_queue"),
        ),
        migrations.AddIndex(
            model_name="lead",
            index=models.Index(fields=["unit", "rank"], name="lead_ranked"),
        ),
        migrations.AddConstraint(
            model_name="lead",
            constraint=models.UniqueConstraint(fields=("unit", "key"), name="lead_once"),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at__isnull", True)), fields=("lead",), name="one_decision_holds"
            ),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(fields=("unit", "place"), name="paper_once"),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.UniqueConstraint(fields=("lead", "number"), name="evidence_once"),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("start__lt", models.F("end"))), name="evidence_in_order"
            ),
        ),
    ]
