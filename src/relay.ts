import { runPopupRelay } from '@azure/msal-browser/popup-relay'

// A pane or tab in another site's frame cannot hear Microsoft's sign-in window; this page, opened on its own, can.
// Browsers let it open that window only on a click.
const button = document.createElement('button')
button.type = 'button'
button.textContent = 'Sign in with Microsoft'
button.addEventListener('click', () => {
  button.disabled = true
  runPopupRelay({ allowedAuthorityOrigins: ['https://login.microsoftonline.com'] })
})
document.getElementById('root')?.append(button)
button.focus()
