"""The commonest words of written English: with a capital letter they are headings, and no names.

A table of words, counted in the documentation of free software; no logic.
"""

from assistant.domain.library.masking_words import words

COMMON_WORDS = words(
    """
abbreviated ability able abort aborted absence absent absolute absolutely abstract abstraction
abstractmethod academic accept acceptable acceptance accepted accepting accepts access accessed
accesses accessible accessing accessor accidental accidentally accommodate accompanying accordance
accordingly account accounting accumulate accumulated accuracy accurate achieve achieved acknowledge
acknowledgement acknowledges acknowledgment acquire acquired acquiring across acting action actions
activate activated activation active actively activity actor actual actually adapt adapted adapter
adapters added adding addition additions addon addons addressed addresses adds adjacent adjust
adjusted admin administrators admission adopted advance advanced advantage advertise advertising
advice advised affect affected affects afterwards again against agent agents aggregate aggregated
aggregates aggregation agree agreed agreement agrees ahead aims aiohttp alert algebra algorithm
algorithms alias aliased aliases align aligned alignment alive allocate allocated allocating
allocation allocations allow allowable allowed allowing allows almost alone along alongside alpha
alphabetical alphabetically alphanumeric already alter altered altering alternate alternative
alternatives always ambiguity ambiguous amended among amounts analogous analysis analyze ancestor
anchor anchors angle annotate annotated annotation annotations anonymous another answer answered
answering answers anybody anymore anyone anything anyway anywhere apart apparently appear appearance
appeared appears append appended appending applicable applications applied applies apply applying
approach approaches appropriate appropriately approval approved approximate approximated
approximately approximation apps arbitrarily arbitrary arch architecture archived area areas
argparse args argument arguments arise arising arithmetic around arrangement array arrays arrive
arrives arrow artifact artifacts artistic asarray ascending ascii asked asking asks aspects
assembled assert asserting assertion assertions assign assignable assigned assigning assignment
assignments assigns assist assistance associated assume assumed assumes assuming assumption
assumptions asymmetric asymptotic async asynchronous asynchronously asyncio atol atomic atomically
attach attaching attack attacker attacks attempt attempted attempting attempts attention attr
attribute attributed attributes attribution attrs audience audio auth authenticate authenticated
authenticates authentication author authorization authorize authorized authors authorship auto
autoconf automated automatic automatically auxiliary availability available average averaged avoid
avoidance avoided avoiding avoids await awaitable awaited awaiting aware away axes axis back backed
backend backends backing backoff backport backported backslash backslashes backward backwards badly
bail balanced bandwidth bare bars base baseline basename bases bash basic basically basis batch
batched batches bearer became become becomes becoming been began begin beginning begins behalf
behave behaves behavior behaviors behaviour behind believe believes belong belonging belongs
benchmark benefit beside beta better beyond bias bigger binaries binary bind binding bindings binds
bins bisect bitmap bits blank blob blobs blocked blocking blocks bodies body bogus bold bookmark
bookmarks bool boolean booleans boost bootstrap border borrowed bother bottom bound boundaries
boundary bounded bounding bounds bracket brackets branches breach break breakdown breaking
breakpoint breaks brief bring broad broadcast broadcastable broadcasted broadcasting broke broken
brought browse browser browsers brute bucket buckets budget buffer buffered buffering buffers bugs
build builder builds built builtin builtins bulk bunch bundled button bygroups bypass bypassing byte
bytearray bytes bytestring cache cached caches caching calculate calculated calculates calculating
calculation calculations calendar call callable callables callback callbacks called caller callers
calling calls came cancel canceled cancellation cancelled cancels candidate candidates cannot
canonical capabilities capability capable capacity capital capped caps capture captured captures
capturing card cardinality careful carefully cares carried carries carry carrying cascading cased
casing cast casting casts catch catches catching categorical categories category caught cause caused
causes causing cell cells center centered cert certain certainly certificate certificates certs
chain chained chaining chains challenge change changed changes changing channel channels char
character characters charge charged chars charset chat cheap check checked checker checkers checking
checkout checkpoint checkpoints checks child children choice choices choose chooses choosing chosen
chunk chunked chunking chunks cipher circular circumstances citation claim claimed claims clarify
classes classification classified classifier classifiers classmethod clean cleaned cleaning cleanly
cleanup clear cleared clearing clearly clears click client clients clip clock clone cloned cloning
closed closely closer closes closest closure cloud cluster clustering clusters codebase codec coded
codepaths codes coef coefficient coefficients coerce coerced coercion collaborator collect collected
collecting collection collections collector collects collision collisions colon color colors column
columns combination combinations combine combined combines combining come comes coming comma
commands commas comment commit commits committed commonly communicate communication compact
compaction comparable compare compared compares comparing comparison comparisons compat
compatibility compatible compilation compile compiled compiler compilers compiling complain
complement complete completed completely completes completing completion completions complex
complexity compliant complicated complies comply complying component components compose composed
composite composition comprehension compress compressed compression comprising computation
computational computations compute computed computer computes computing concatenate concatenated
concatenation concept concern concerned concerning concerns concise concluded concrete concurrency
concurrent concurrently cond condition conditional conditionally conditioned conditions conduct
confidence config configs configurable configuration configurations configure configured
confirmation confirmed confirming conflict conflicted conflicting conflicts conform confuse confused
confusing confusion conjugate conjunction conn connect connected connecting connection connections
connectivity connector connectors connects consecutive consent consequence consequences
consequential conservative consider considered considering considers consist consistency consistent
consistently consisting consists console conspicuously const constant constants constitute
constitutes constrained constraint constraints construct constructed constructing construction
constructor constructors constructs construed consult consume consumed consumer consumers consumes
consuming consumption contacted contain contained container containers containing contains content
context contextlib contexts contextvars contiguous continuation continue continued continues
continuing continuous contract contrast contribute contributed contributes contributing contribution
contributions contributor contributors control controlled controlling controls convenience
convenient convention conventions converge converged convergence conversation conversations
conversion conversions convert converted converter converting converts convey conveyed cookie
cookies coordinate coordinates cope copied copying copyright copyrighted copyrights core coroutine
coroutines correct corrected correction correctly correctness correlating correlation correspond
corresponding corresponds corrupt corrupted corruption cosine costly count counted counter
counterclaim counterpart counters counting countries country counts couple course covariance cover
coverage covered covers crash crashes crashing create created creates creating creation creator
credential credentials credit credits criteria criterion critical crypto cryptographic cryptography
ctypes cumulative cursor curve custom customize customized cycle cycles cyclic cython daemon damage
damages dangerous dash dashes database databases dataclass dataclasses dataframe dataset datasets
datatype dates datetime datetimes days dead deadline deal dealing dealings deals dealt death
debianized debug debugger debugging decide decided decides deciding decimal decisions declaration
declarations declare declared declares declaring decode decoded decoder decoding decomposition
decompression decorate decorated decorator decorators decrease decreasing dedicated deemed deep
deeper default defaultdict defaulted defaulting defaults defects defer deferred define defined
defines defining definite definitely definition definitions degenerate degree degrees delay delayed
delays delegate delegated delegates delegation delete deleted deletes deleting deletion deliberately
delimited delimiter delimiters deliver delivered delivery delta deltas demand denial denied
denominator dense density deny denying depend dependencies dependency dependent dependents depending
depends deployment deployments deprecate deprecated deprecation deps depth derivative derivatives
derive derived desc descendant descending descent describe described describes describing
description descriptions descriptive descriptor descriptors deserialization deserialize deserialized
design designate designated designed desirable desired despite dest destination destinations destroy
destroyed detached detail detailed details detect detected detecting detection detector detects
determine determined determines determining deterministic developed developers deviation device
devices diagnostic diagnostics diagonal diagonals dict dictionaries dictionary dicts diff differ
difference differences different differentiate differentiation differently differing differs
difficult digest digit digital digits dimension dimensional dimensionality dimensions dims directed
direction directions directive directives directly directories directory dirname dirs dirty disable
disabled disables disabling disallow disallowed discard discarded discarding disclaimed disclaimer
disclaimers disclaims disclose disclosed disclosing discouraged discover discovered discovery
discrete discretion discriminator discussed discussion disk dispatch dispatched dispatcher
dispatching display displayed displaying displays dist distance distances distinct distinction
distinguish distinguished distinguishing distribute distributed distributes distributing
distribution distributions distributors distro distutils divide divided django docs docstring
docstrings documentation documented doing domain domains done dots dotted double doubt down download
downloaded downloading downloads downstream drain draw drawing drawn draws driver drivers drives
drop dropped dropping drops dtype dtypes dual dumb dummy dump dumped dumping dumps dunder duplicate
duplicated duplicates duplication duration dynamic dynamically eager eagerly earlier earliest early
ease easier easily easy echo edge edges edit editable edited editing effect effective effectively
effects efficiency efficient efficiently effort eigenvalue eigenvalues elapsed election electronic
elem element elements elementwise eligible eliminate ellipsis else elsewhere embed embedded
embedding embeddings emit emits emitted emitting empirical empty enable enabled enables enabling
enclosing encode encoded encoder encodes encoding encodings encounter encountered encounters
encourage encouraged encrypt encrypted encryption ended endian ending endorse endorsement endpoint
endpoints ends enforce enforceable enforced engine enough ensure ensures ensuring enter entered
entering enters entire entirely entirety entities entity entries entropy entry entrypoint enum enums
envelope environments ephemeral epoch epsilon equal equals equation equations equivalence equivalent
erase errno error errors escape escaped escapes escaping especially essential essentially establish
established estimate estimated estimates estimation estimator estimators euclidean eval evaluate
evaluated evaluates evaluating evaluation evaluations even evenly event events eventually ever every
everybody everyone everything everywhere evict evicted eviction exact exactly examine example
examples exceed exceeded exceeds except exception exceptions excess excessive exchange exclude
excluded excludes excluding exclusion exclusive exclusively exec executable executables execute
executed executes executing execution executor exempt exercise exercised exercising exhausted
exhaustive exist existed existence existing exists exit exited exiting exits expand expanded
expanding expands expansion expect expectation expected expecting expects expense expensive
experience experiment experimental experiments expiration expire expired expires expiry explain
explained explaining explicit explicitly exploit exponent exponential export exported exporter
exporting exports expose exposed exposes exposing expr express expressed expression expressions
expressly extend extended extending extends extensions extent external externally extra extract
extracted extracting extraction extracts extraneous extras extreme extremely facilitate fact factor
factorization factory fail failed failing fails failure failures fairly fake fall fallback fallbacks
falling falls false family fancy fashion fast faster fatal favor feasible feature features feed
feedback fetch fetched fetches fetching fewer fifteen fifty filename filenames filepath filesystem
filesystems fill filled filling fills filter filtered filtering filters final finalized finalizer
finalizers find finder finding finds fine fingerprint finish finished finishes finite fired fires
fitness fits fitted fitting five fixed fixes fixing fixture fixtures flag flags flaky flat flatten
flattened flexibility flexible flip float floating floats flow flows flush flushed fname focus
focused fold folded folder folders follow followed follows font fonts forbid forbidden forced
forcing foregoing foreground foreign forever forget forgot fork forked form formal format formats
formatted formatter formatting formed former formula formulas formulation forth fortran forward
forwarded forwarding forwards found four fourth fraction fractional fractions fragment fragments
frame frames framework free freed freely freeze frequencies frequency frequently fresh friendly
friends front frontend frozen frozenset fulfill fulfilled fullname fully func function functional
functionality functions functools furnished fused fusion future gain gained gamma garbage gateway
gather gave generalized generally generate generated generates generating generation generator
generators generic geometric geometry getattr gets getter gettext getting give gives giving glob
global globally globals goal goes going gone governed governing grab graceful gracefully gradient
gradients grammar granted grants graph great greater greatest greedy greenlet grid ground grouped
grouping grow growing grows grpc guarantee guaranteed guarantees guard guards guess guessed guessing
guide gzip hack half handed handful handle handled handlers handles handling hands handshake hang
hanging happen happened happening happens happy hard hardcoded harder hardware harmless hash
hashable hashed hashes hashing hashlib header headers heading heap heartbeat heavily height helper
helpers helpful helps hereby herein hereof hereunder heuristic heuristics hexadecimal hidden hide
hierarchy high higher highest highlight highlighted highlighting highly hint hints histogram
historical history hits hitting hold holder holders holding holds holidays honor hood hooks
hopefully horizontal host hosted hostname hostnames hosts hour hours html http https httpx huge hunk
hybrid hyphen hyphens hypothesis idea ideal idempotent identical identically identification
identified identifier identifiers identifies identify identifying identities identity idle ignore
ignored ignores ignoring illegal illustration image images imaginary immediate immediately immutable
impact impl implement implementation implementations implemented implementing implements implicit
implicitly implied implies imply import importable importance important imported importer importing
importlib imports impose imposed impossible improve improved improvement improvements improves
improving inaccurate incidental includes inclusion inclusive incoming incompatible incomplete
inconsistent incorporate incorporated incorrect incorrectly increase increased increases increasing
increment incremental incrementally incremented increments incurred indemnify indemnity indent
indentation indented independence independently index indexed indexes indexing indicate indicated
indicates indicating indication indicator indicators indices indirect indirectly individual
individually individuals inefficient inequality inexact infer inference inferred infinite infinity
influence info inform informational informative informed infringed infringement infringes inherently
inherit inheritance inherited inheriting inherits init initialization initialize initialized
initializer initializers initializing initially initiate initiated inject injected injury inline
inner inplace input inputs insecure insensitive insert inserted inserting insertion inside inspect
inspected inspecting inspection inspired install installation installed installer installing
installs instance instances instantiate instantiated instantiating instantiation instead instruction
instructions instructs instrumentation insufficient intact integer integers integral integrate
integrated integration integrations intellectual intend intended intent intentionally interact
interacting interaction interactions interactive intercept interchange interested interesting
interests interface interfaces interfere interior intermediate internally internals internet
interpolate interpolated interpolating interpolation interpret interpretation interpreted
interpreter interpreting interrupt interrupted intersection interval intervals into introduce
introduced introduces introducing introduction introspect introspection ints invalid invalidate
invariant inverse invert invocation invocations invoke invoked invokes invoking involve involved
involves involving ipaddress irrelevant irrevocable isolated isolation issue issued issuer issues
issuing iterable iterables iterate iterated iterates iterating iteration iterations iterative
iteratively iterator iterators itertools itself jitter joblib jobs join joined joins json judged
jump jurisdiction jurisdictions just keep keepalive keeping keeps kept kernel kernels keyed keys
keyword keywords kill killed kinds klass know knowing knowledge known knows kubelet kubernetes kwarg
kwargs label labeled labels lack lacks lambda lands langsmith language languages large largely
larger largest late latency latent latter launch laws layer layout lazily lazy leading leads leak
leaked leaking leaks learn learned learning lease least leave leaves leaving left leftover legacy
legitimate length lengths less lets letters letting levels lexer lexers liability liable libc
libraries libuv licence license licensed licenses lies life lifecycle lifetime light lightweight
like likelihood likely limit limitation limitations limiter limiting limits linalg linear linearly
lineno lines link linked linker linking links lint linter linux listed listen listener listeners
listening listing literal literals litigation live lives load loaded loader loaders loading loads
locale localhost locally locals locate located location locations locked locking locks logarithm
logged logger logging logic logical login logo logprobs logs loky longer longest look looked looking
looks lookup lookups loop looping loops loose lose loses losing loss losses lost lots lower
lowercase lowest lxml machine machinery machines macro macros made magic magnitude mail mailboxes
mailing mails mainly maintain maintained maintaining maintains maintenance majority make makes
making malformed malfunction malicious manage managed managers manages managing mandatory manifest
manipulate manner manual manually mapped mapping mappings maps margin markdown marked marker markers
marking markup mask masked masking masks mass master match matched matches matching materials math
mathematical matrices matrix matter matters maximal maximize maximum maxiter maybe mean meaning
meaningful means meant measure measured measurement measurements measures mechanism mechanisms media
median medium meet meets membership memory memoryview mentioned mentioning merchantability merely
merge merged merges merging mess messages meta metaclass metadata method methods metric metrics
middle middleware might migrate migration migrations milliseconds mimic mimics mind minimal
minimization minimize minimizing minimum minor minus minute mirror mirrors misleading mismatch
misrepresented miss missed missing mistake mistakenly mitigate mixed mixin mixing mock modalities
mode models moderation modern modes modification modifications modified modifier modifies modify
modifying modname module modules moment money monitor monotonic monotonically month mostly mounted
mouse move moved moves moving mpmath mtime multi multiclass multidimensional multilabel multiline
multipart multiple multiplication multiplied multiply multiplying multiprocessing multivariate must
mutable mutate mutated mutates mutating mutation mutual mutually mypy mypyc naive named namedtuple
names namespace namespaced namespaces naming nans narrow narwhals native natively natural naturally
nature ndarray ndarrays ndim near nearest nearly necessarily necessary need needed needing needs
negative negligence neighboring neighbors nested nesting netloc never newer newest newline newlines
newly nice nicer node nodes noise noisy nonce nonempty nonexistent nonlinear nonnegative nonsense
nonzero norm normal normalization normalize normalized normalizes normalizing normally norms notable
notation noted nothing notices notifications notify nucleus null nullable numbered numeric numerical
numerically obfuscation object objective objects obligations observation observations observe
observed obsolete obtain obtained obtaining obvious obviously occur occurred occurrence occurrences
occurring occurs octal offer offered offering offers officially offset offsets often okay older
oldest omit omits omitted omitting ones ongoing onnx onnxruntime onto opaque opened opens openssl
operand operands operate operates operating operation operators opportunity opposed opposite optimal
optimization optimizations optimize optimized optimizer option optional optionally options optparse
opts orderable ordered ordering orders ordinal ordinary organization organizations organized origin
originally originating origins orphaned orthogonal ought ourselves outbound outdated outer outermost
outgoing outliers outlined outputs outside outstanding outweighs over overflow overhead overlap
overlapping overload overloaded overloads overly overridden override overrides overriding overview
overwrite overwrites overwriting overwritten owned owners ownership owning owns pack package
packaged packages packaging packed packfile packing packs padded padding pager paginate pagination
paid pair paired pairs pairwise pandas paragraphs parallel parallelism param parameter parameters
parametrized params parent parentheses parents parity parse parsed parser parses parsing partial
partially particular particularly parties partition pass passed passes passing password passwords
past patch patched patches patching patent patents path pathlib pathname pathnames paths pathspec
pattern patterns pause paused pauses payload payloads peer penalty pending percent percentage
percentile perf perfect perfectly perform performed performing performs perhaps periodic
periodically permanent permanently permission permissions permissive permit permitted permutation
permutations perpetual persist persisted persistence persistent persists persons pertaining phase
physical pick picked picking pickle pickled pickling piece pieces ping pinned pipe pipeline pixel
pixels placed placeholder placeholders places plainly plan plane platform platforms play plot plots
plotting plugin plugins plural plus pods pointed pointer pointers pointing points polars policies
poll polling polynomial polynomials pools poor poorly popular populate populated populates
population port portability portable ported porting portion portions ports position positional
positions positive positives posix possibility possible possibly postponed potential potentially
pprint preceded precedence preceding precise precisely precision precomputed precondition pred
predefined predicate predict predictable predicted prediction predictions predictive prefer
preference preferred prefix prefixed prefixes prepackaged preparation prepare prepared preparing
prepend prepended preprocessor presence presented preserve preserved preserves preserving
presumption pretend pretty prevent prevented preventing prevents preview previously primarily prime
primitive primitives print printable printed printing prints priority privileges probabilities
probability probably probe problem problematic problems procedure procedures proceed proceeding
proceedings process processed processes processing processor processors produce produced producer
produces producing product production products profile profiles profiling profits program
programmatic programming programs progress prohibited prohibits project projected projection
projects prominent promise promises promote promoted promotion prompt prompts proof prop propagate
propagated propagates propagation proper properly properties proportion proportional proposed
protect protected protecting proto protocols prototype prove provide provider providers provides
providing province provision provisions proxies proxy prune pseudo publication publicity publicly
publish published pull pulled punctuation pure purely purpose purposes pursuant push pushed pushing
puts putting pyarrow pydantic pygments pyparsing pytest python quadratic quality quantile
quantization quantized queries query querying queryset queue queued queues quickly quiet quite quota
quoted quotes quoting race radius raise raised raises raising random randomized randomly randomness
range ranges rank ranking ranks rare rarely rate rates rather ratio reach reachable reached reaches
reaching readability readable readers reading readline readonly reads ready real really reasonable
reasonably reasoning reassignment rebase rebuild rebuilding rebuilt receive receives receiving
recently recipient recipients recognise recognize recognized recommend recommended recomputed
reconnect reconstruct recorded recover recreate rectangular recurse recursion recursive recursively
redacted redirect redirected redirection redirects redistribute redistributed redistribution reduce
reduced reduces reducing reduction redundant refactor refactoring refer referenced references
referencing referent referred referring refers reflect reflected reflects reflog reformed refresh
refreshed refreshing refs refuse refuses regard regardless regex regexp regions register registered
registering registers registration regression regressor regular regularization reject rejected
rejecting rejection rejects related relates relating relation relations relationship relationships
relative relatively release released releases reliable reliably relied relies rely relying remain
remainder remaining remains remember remote removal remove removed removes removing rename renamed
renames renaming render renderable rendered rendering renders reorder repeat repeated repeatedly
repeating repeats repl replace replaced replacement replacements replaces replacing replay replicas
reply repo reported reporter reporting repos repositories repository repr represent representable
representation representations represented representing represents reproduce reproducible
reproducing requester requesting require required requirement requirements requires requiring rerun
resend reserved reserves reserving reset resets reshape resides residual residuals resize resolution
resolve resolved resolver resolves resolving resort resource respected respective respectively
respond responded responds responsibility responsible rest restart restore restored restores
restrict restricted restriction restrictions restricts resulted resulting resume resumed resumes
retain retained retaining retains retention retried retries retrieval retrieve retrieved retrieving
retry retrying returned returning returns reusable reuse reused reusing reverse reversed revert
revised revision revisions revoked rewrite rewriting rewritten risk robust role roles rollback
rollup roots rotate rotation rough roughly round rounded rounding roundoff route routed router
routes routine routines routing rows royalty rtol rules runnable runner running runs runtime
runtimes safe safely safety said sake sale sample sampled samples sampling sandbox sanity satisfied
satisfies satisfy satisfying save saved saves saving saying says scalar scalars scale scaled scales
scaling scan scanned scanning scenario scenarios scheduled scheduler scheduling schema schemas
schemes scientific scoped scopes score scores scoring scratch screen screenshot script scripts sdist
searched searches searching seconds secrets sections secure seed seeing seek seem seems seen sees
segfault segment segments select selected selecting selection selector selectors selects sell
semantic semantically semantics send sender sending sends sense sensible sentence sentinel separate
separated separately separating separator separators sequence sequences sequential sequentially
serial serializable serialization serialize serialized serializer serializing series serious serve
served server servers serves servicing serving sessions sets setter setting settings setup
setuptools shadow shall shallow shape shapes shard share shares sharing sheet shell shift shifted
shifting shim ship shipped shortcut shorter shortest shorthand show showed showing shown shows
shrink shrinking shuffle shut shutdown sibling sideband sides sign signal signals signature
signatures signer significant significantly signing signs silence silent silently similar similarity
similarly simple simpler simplest simplicity simplified simplify simply simulate simultaneously
single singleton singular site sites situation situations size sized sizes skeleton skill skills
skip skipped skipping skips slash slashes sleep slice slices slicing slight slightly slot slots slow
slower smaller smallest smooth smoothing snapshot snapshots snippet snowball sock socket sockets
soft software sole solely solution solve solved solver solvers solves solving somebody somehow
someone something sometimes somewhat somewhere soon sort sorted sorting sorts sought sound source
sources space spaced spaces spacing span spans sparse sparsity spatial spawn spawned spawning speak
speaking spec special specialized specially specific specifically specification specifications
specified specifier specifiers specifies specify specifying specs spectral speech speed spelled
spelling spend spent spline split splits splitting spoken spread spurious sqrt squared squares
stability stable stack stage stages stale standalone standard standardized stands start started
starting starts startup stash stat stated stateful statements static statically stating statistic
statistical stats status statuses statutory stay stays stderr stdin stdlib stdout stemming step
steps still stmt stop stoppage stopped stopping stops storage store stored stores storing straight
straightforward strange strategies stream streamed streaming streams strftime strict stricter
strictly strides string strings strip stripped stripping strips strongly struct structural structure
structured structures stub stubs stuck study stuff style styles stylesheet subclass subclasses
subclassing subcommand subcommands subdirectories subdirectory subgraph subgraphs sublicense
submission submit submits submitted submodule submodules subprocess subrequest subrequests
subresource subroutine subscribed subsequent subset subsets substantial substitute substituted
substitution substring subtle subtraction subtree subtype subtypes succeed succeeded succeeds
success successful successfully successive successor successors sufficient sufficiently suffix
suggest suggested suggestion suggests suitability suitable suite summarized summed summing sums
super superclass superset supplied supplies supply supplying supported supporting supports suppose
supposed suppress suppressed suppression sure surface surfaces surprising surrogate surrounding
survive swap swapped switch switched switches switching symbol symbolic symbols symlink symlinks
symmetric symmetry sync synced synchronization synchronous synchronously synonym syntax synthetic
tables tabs tagged tags tail taint take taken takes taking talk talking tarball tarballs target
targeted targets tasks taught teardown technical technically technique telemetry tell tells temp
temperature tempfile template templates temporarily temporary tenant tend tends tensor tensors term
terminal terminate terminated terminates terminating termination tested testing tests text texts
textual textwrap than theme themselves theory thereof thin thing things think thinking thinks
thought thread threaded threading threads three threshold thresholds throw throwing thrown throws
tick tied tier ties timed timedelta timely timeout timeouts timer timers times timestamp timestamps
timezone timing tiny together token tokens tokensource told tolerance tolerances tolerate took tool
tools toolset topic topology torch totally totals touch toward towards tqdm trace traceback
tracebacks traced tracer traces tracing track tracked tracker tracks trademark trademarks
traditional trailing train trained transaction transcript transcription transfer transferred
transform transformation transformations transformed transformer transformers transforming
transforms transient transition transitioned translate translated translation translations transmit
transparently transpose transposed traversal traverse treat treated treating treatment treats treaty
tree trees triangular trick tricky tried tries trigger triggered triggering triggers trim trimmed
trimming triple trivial trouble true truncate truncated truncating truncation trusted truth truthy
trying ttype tuple tuples turn turned turning turns twice typed types typical typically typing typo
typofixes ufunc ufuncs ugly ultimately unable unaffected unavailable unborn unbound unbounded
uncaught unchanged unclear uncompressed unconditionally unconstrained undefined underlying
underscore underscores understand understanding understands understood undo undocumented
unenforceable unexpected unexpectedly ungrouped unhandled unhappy unicode unified uniform uniformly
uninitialized unintended unions unique uniquely unittest universal unix unknown unlike unlikely
unlimited unmodified unnamed unnecessarily unnecessary unneeded unpack unpacked unquote unquoted
unreachable unreadable unrecognized unrelated unreliable unsafe unset unsigned unspecified unstable
unsupported untracked untrusted unusable unused unusual unwanted unwrap unwrapped updated updates
updating upgrade upgraded upgrading upload uploaded uploading uploads upper uppercase upstream
urllib urlparse urls usable usage used useful useless user username users uses using usual usually
utilities utility utilize utilizing utils uuid valid validate validated validates validating
validation validations validator validators validity vals values variable variables variadic
variance variant variants variation variations varies variety various vars vary varying vault vector
vectorized vectors vendor vendored verbatim verbose verbosity verification verified verifies verify
verifying versioned versions versus vertical video viewed viewport views violated violates violation
virtual virtualenv visibility visible visit visited visitor visual voice void volume volumes
vulnerability wait waiting waits waived waives walking want wanted wants warn warned warning
warnings warns warranties warranty watched ways weak weakref webhook websocket week weighed weight
weighted weighting weights weird went wheel wheels whenever wherever whichever whitespace
whitespaces whoever whole wide widely wider widget width widths wiki wildcard window windows wins
wire wish withdrawn withheld withholding word wording words work workaround worked workers workflow
workflows working workload workspace workspaces worktree world worldwide worry worse worst wrap
wrapped wrapper wrappers wrapping wraps writable write writeable writer writes writing wrong wrote
yield yielded yielding yields zero zeros zipfile zlib zone
"""
)
