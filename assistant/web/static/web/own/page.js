// Starts GOV.UK Frontend, and starts it again in what htmx has brought in. Every page works without.
import { initAll } from '../vendor/govuk-frontend/govuk-frontend.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported')
}
initAll()

// Whoever stood in a piece that is exchanged, and finds no such place in the new one, stands on it.
let stoodWithin = false
document.addEventListener('htmx:beforeSwap', (event) => {
  stoodWithin = event.detail.target.contains(document.activeElement)
})
document.addEventListener('htmx:afterSettle', (event) => {
  if (stoodWithin && document.activeElement === document.body) {
    event.target.tabIndex = -1
    event.target.focus({ preventScroll: true })
  }
})

document.addEventListener('htmx:load', (event) => {
  if (event.target !== document.body) {
    initAll({ scope: event.target })
  }
})
