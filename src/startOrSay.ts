import './page.css'
import { Problem, troubleOf } from './domain/problem.ts'

const sentence = (thrown: unknown): string => {
  const { code } = troubleOf(thrown)
  if (thrown instanceof Problem && code === 'notSetUp')
    return `Goldthread has not been set up here yet: ${thrown.message}. Ask the person who installed it.`
  if (code === 'offline')
    return 'You are offline, so Goldthread cannot start. Try again when you are connected.'
  if (code === 'busy')
    return 'The place that holds Goldthread’s pages is busy or being updated, so Goldthread cannot start. Nothing that was stored is lost. Try again in a minute.'
  return 'Goldthread could not start. Close it and open it again; if that does not help, tell the person who installed it.'
}

/** Starts a page; where that fails before there is any screen, says so in plain words on it, with a way to try again. */
export const startOrSay = async (start: () => Promise<unknown>): Promise<void> => {
  try {
    await start()
  } catch (thrown) {
    const said = document.createElement('p')
    said.setAttribute('role', 'alert')
    said.style.cssText = 'margin: 24px; font: 14px/1.5 system-ui, sans-serif'
    said.textContent = sentence(thrown)
    const again = document.createElement('button')
    again.type = 'button'
    again.style.cssText = 'margin: 0 24px; padding: 5px 12px; font: 14px/1.5 system-ui, sans-serif'
    again.textContent = 'Try again'
    again.addEventListener('click', () => window.location.reload())
    document.body.replaceChildren(said, again)
  }
}
