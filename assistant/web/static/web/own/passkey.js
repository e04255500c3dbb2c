// Passkeys: fills a form with what the browser's own dialogue gives, then sends it. A form says by
// `data-passkey` what it is for (create, get, sign-in) and by `data-passkey-options` with what.
// Every such form is hidden until it is known that the browser can do it.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

const listed = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }))

async function create ({ publicKey }) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      user: { ...publicKey.user, id: bytes(publicKey.user.id) },
      excludeCredentials: listed(publicKey.excludeCredentials),
      authenticatorSelection: {
        ...publicKey.authenticatorSelection,
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required'
      }
    }
  })
  return shared(made, {
    attestationObject: text(made.response.attestationObject),
    transports: made.response.getTransports ? made.response.getTransports() : []
  })
}

async function get ({ publicKey }) {
  const used = await navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: bytes(publicKey.challenge),
      allowCredentials: listed(publicKey.allowCredentials)
    }
  })
  return shared(used, {
    authenticatorData: text(used.response.authenticatorData),
    signature: text(used.response.signature),
    userHandle: used.response.userHandle ? text(used.response.userHandle) : null
  })
}

function shared (credential, more) {
  return {
    type: credential.type,
    id: credential.id,
    rawId: text(credential.rawId),
    authenticatorAttachment: credential.authenticatorAttachment || null,
    response: { clientDataJSON: text(credential.response.clientDataJSON), ...more },
    clientExtensionResults: credential.getClientExtensionResults()
  }
}

async function asked (form) {
  if (form.dataset.passkey !== 'sign-in') {
    return JSON.parse(form.dataset.passkeyOptions)
  }
  const answer = await fetch(form.action, { headers: { Accept: 'application/json' } })
  return (await answer.json()).request_options
}

async function fill (form) {
  const problem = form.querySelector('[data-passkey-problem]')
  problem.hidden = true
  try {
    const options = await asked(form)
    const credential = await (form.dataset.passkey === 'create' ? create : get)(options)
    form.elements.credential.value = JSON.stringify(credential)
  } catch {
    problem.hidden = false
    problem.setAttribute('role', 'alert')
    return
  }
  form.submit()
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if ('PublicKeyCredential' in window) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      fill(form)
    })
  }
}
