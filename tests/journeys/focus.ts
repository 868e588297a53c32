import type { Local } from './harness.ts'

type Framed = Pick<Local, 'frame'>

/** What has the focus, as a screen reader would begin to say it. */
export const focused = ({ frame }: Framed): Promise<string> =>
  frame.locator('body').evaluate(() => {
    const one = document.activeElement
    if (!one || one === document.body) return ''
    const by = one.getAttribute('aria-labelledby')
    const labels = by
      ? by.split(' ').map((id) => document.getElementById(id))
      : [...((one as HTMLInputElement).labels ?? [])]
    const words = labels.length > 0 ? labels.map((each) => each?.textContent).join(' ') : one.textContent
    return (one.getAttribute('aria-label') ?? words ?? '').replaceAll(/\s+/g, ' ').trim()
  })

/**
 * Whether somebody who looks at the page finds the focus: what has it is in sight, nothing lies over it, and it is
 * drawn otherwise than without the focus, by a line or a colour of its own or of what is around it.
 */
export const focusUnseen = ({ frame }: Framed): Promise<string[]> =>
  frame.locator('body').evaluate(async () => {
    const one = document.activeElement as HTMLElement
    const said = one.outerHTML.slice(0, 160)
    const found: string[] = []
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    const looks = () => {
      const lines: string[] = []
      for (let at: Element | null = one, up = 0; at && up < 4; at = at.parentElement, up++)
        for (const part of ['', '::before', '::after']) {
          const style = getComputedStyle(at, part)
          lines.push(
            [
              style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`,
              `${style.borderTopWidth} ${style.borderTopColor} ${style.borderTopStyle}`,
              `${style.borderBottomWidth} ${style.borderBottomColor} ${style.borderBottomStyle}`,
              `${style.textDecorationLine} ${style.backgroundColor} ${style.boxShadow}`,
              part === '' ? '' : `${style.content} ${style.transform}`,
            ].join(';'),
          )
        }
      return lines.join('\n')
    }
    await drawn()
    const box = one.getBoundingClientRect()
    const middle = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 12)] as const
    if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
      found.push(`out of sight: ${said}`)
    else {
      const top = document.elementFromPoint(...middle)
      if (top && !one.contains(top) && !top.contains(one) && top.closest('label')?.control !== one)
        found.push(`under ${top.outerHTML.slice(0, 80)}: ${said}`)
    }
    const withIt = looks()
    one.blur()
    await drawn()
    const without = looks()
    one.focus({ preventScroll: true })
    await drawn()
    if (withIt === without) found.push(`looks as without the focus: ${said}`)
    return found
  })

/** Presses Tab, or another key, as a person without a mouse would, until what is wanted has the focus and is seen. */
export const tabTo = async (local: Local, wanted: RegExp, key = 'Tab'): Promise<void> => {
  const passed: string[] = []
  for (let press = 0; press < 150; press++) {
    await local.page.keyboard.press(key)
    const name = await focused(local)
    if (wanted.test(name)) {
      const unseen = await focusUnseen(local)
      if (unseen.length > 0) throw new Error(unseen.join('\n'))
      return
    }
    passed.push(name.slice(0, 40))
  }
  throw new Error(`${key} never came to ${wanted}; it came past: ${passed.join(' | ')}`)
}
