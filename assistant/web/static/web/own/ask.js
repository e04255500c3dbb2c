// Asks a question with a language model: says what is being looked at, and can be stopped. Without
// it the form is sent as any other, and the page waits.
const form = document.querySelector('[data-foi-ask]')
const asking = document.querySelector('[data-foi-asking]')
const status = asking?.querySelector('[role="status"]')
const stop = asking?.querySelector('button')
const newest = document.querySelector('#newest')
let running = null

function busy (whether) {
  asking.hidden = !whether
  form.querySelector('button').disabled = whether
}

function show (html) {
  newest.insertAdjacentHTML('afterbegin', html)
  document.querySelector('.foi-none-yet')?.remove()
}

function say (words) {
  const line = document.createElement('p')
  line.className = 'govuk-body foi-card'
  line.textContent = words
  newest.prepend(line)
}

function take (block) {
  let name = ''
  const data = []
  for (const line of block.split('\n')) {
    if (line.startsWith('event: ')) name = line.slice(7)
    if (line.startsWith('data: ')) data.push(line.slice(6))
  }
  if (name === 'progress') status.textContent = `${data.join('\n')} …`
  if (name === 'answer' || name === 'problem') show(data.join('\n'))
  return name === 'answer' || name === 'problem'
}

async function read (response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let waiting = ''
  let ended = false
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return ended
    waiting += value
    const blocks = waiting.split('\n\n')
    waiting = blocks.pop()
    for (const block of blocks) ended = take(block) || ended
  }
}

async function ask () {
  running = new AbortController()
  busy(true)
  status.textContent = 'Asking …'
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: new FormData(form),
      headers: { Accept: 'text/event-stream' },
      signal: running.signal
    })
    if (response.redirected || !response.ok) {
      window.location.reload()
    } else if (!response.headers.get('Content-Type').startsWith('text/event-stream')) {
      show(await response.text())
    } else if (!await read(response)) {
      say('It ended before there was an answer. Ask again.')
    }
  } catch (error) {
    say(error.name === 'AbortError' ? 'Stopped. Nothing was answered.' : 'The assistant cannot be reached. Ask again.')
  } finally {
    busy(false)
    running = null
  }
}

if (form && asking) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!running) ask()
  })
  stop.addEventListener('click', () => running?.abort())
}
