"""The arguments of the commands about the library and the record, and of those that measure."""

from assistant.cli.command import JSON, Command, option

GOLD = option("gold", metavar="GOLD.jsonl", help="the judged set, one JSON object a line")

LIBRARY_COMMANDS = (
    Command(
        "knowledge import",
        "Take earlier responses into the library: letters, mail, disclosure logs, folders of them.",
        "knowledge import responses/",
        "knowledge_import.take",
        (
            option("paths", nargs="+", metavar="PATH", help="a file or a folder of files"),
            option("--columns", metavar="FILE.toml", help="which column of a log holds what"),
            option("--yes", action="store_true", help="take guessed columns without asking"),
            option("--report", metavar="FILE", help="where to write what was not taken, and why"),
            JSON,
        ),
    ),
    Command(
        "knowledge mask",
        "Show what would be masked before a letter joins the library, storing nothing.",
        "knowledge mask letter.txt",
        "mask.mask",
        (option("files", nargs="+", metavar="LETTER.txt", help="a letter as plain text"), JSON),
        needs="settings",
    ),
    Command(
        "knowledge reindex",
        "Build the search index anew from the database.",
        "knowledge reindex",
        "library.reindex",
        (JSON,),
    ),
    Command(
        "knowledge check",
        "Compare the library in the database with what searches can reach, and mend it.",
        "knowledge check",
        "library.check",
        (
            option("--look-only", action="store_true", help="change nothing"),
            JSON,
        ),
    ),
    Command(
        "knowledge fetch-model",
        "Download the model for FOI_EMBEDDINGS=onnx-minilm, once.",
        "knowledge fetch-model",
        "library.fetch_model",
        (JSON,),
    ),
    Command(
        "export case",
        "Write everything that is held about a case into one zip file. It holds personal data.",
        "export case FOI-2026-00017 --out FOI-2026-00017.zip",
        "export.case",
        (
            option("reference", metavar="REF", help="the case's reference"),
            option("--out", metavar="FILE.zip", help="where to write it (REF.zip)"),
            option("--force", action="store_true", help="write over a file that is there"),
            JSON,
        ),
    ),
    Command(
        "evaluate retrieval",
        "Measure the search on judged queries, in a library of its own that goes with it.",
        "evaluate retrieval --corpus corpus.jsonl --queries queries.jsonl --qrels qrels.jsonl",
        "evaluate.retrieval",
        (
            option("--corpus", required=True, metavar="C.jsonl", help="the documents"),
            option("--queries", required=True, metavar="Q.jsonl", help="what is looked for"),
            option("--qrels", required=True, metavar="R.jsonl", help="what was judged relevant"),
            option("--weights", action="store_true", help="try other weights of full text, too"),
            JSON,
        ),
        needs="database apart",
    ),
    Command(
        "evaluate drafts",
        "Measure composed responses on decided requests, without a model and with one.",
        "evaluate drafts requests.jsonl --library library.jsonl --model ollama:qwen3:8b",
        "evaluate.drafts",
        (
            option("requests", metavar="REQUESTS.jsonl", help="the requests, one a line"),
            option("--library", metavar="L.jsonl", help="the earlier responses, one a line"),
            option(
                "--model", metavar="MODEL", help="the model to measure, not the one that is set"
            ),
            JSON,
        ),
        needs="database apart",
    ),
    Command(
        "evaluate segmentation",
        "Measure how requests are cut into questions, on judged requests.",
        "evaluate segmentation segmentation.jsonl",
        "evaluate.segmentation",
        (GOLD, JSON),
        needs="nothing",
    ),
    Command(
        "evaluate regime",
        "Measure how it is told which law answers a request, on judged requests.",
        "evaluate regime regime.jsonl",
        "evaluate.regime",
        (GOLD, JSON),
        needs="nothing",
    ),
    Command(
        "evaluate follow-up",
        "Measure how it is told what a message on a case is for, on judged messages.",
        "evaluate follow-up follow-up.jsonl",
        "evaluate.follow_up",
        (GOLD, JSON),
        needs="nothing",
    ),
    Command(
        "evaluate outcome",
        "Measure how it is read from a letter what it decided, on judged letters.",
        "evaluate outcome outcome.jsonl",
        "evaluate.outcome",
        (GOLD, JSON),
        needs="nothing",
    ),
)
