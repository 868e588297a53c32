import type { Local } from './harness.ts'

/**
 * Where Windows or a browser takes the page's colours away: what was an area of colour and nothing else is gone, and
 * what was chosen may look like what was not. Leaves a mark on each area of colour while the page has its own colours.
 */
export const markColours = ({ frame }: Pick<Local, 'frame'>): Promise<void> =>
  frame.locator('body').evaluate((body) => {
    for (const one of body.querySelectorAll('[data-colour-alone]')) one.removeAttribute('data-colour-alone')
    for (const one of body.querySelectorAll<HTMLElement>('main *')) {
      const { width, height } = one.getBoundingClientRect()
      const style = getComputedStyle(one)
      const around = getComputedStyle(one.parentElement!)
      if (
        one.textContent === '' &&
        one.childElementCount === 0 &&
        one.namespaceURI === 'http://www.w3.org/1999/xhtml' &&
        width > 2 &&
        height > 2 &&
        one.checkVisibility({ opacityProperty: true }) &&
        !['rgba(0, 0, 0, 0)', around.backgroundColor].includes(style.backgroundColor)
      )
        one.dataset['colourAlone'] = style.backgroundColor
    }
  })

/** To be asked while colours are forced, after `markColours`. */
export const lostColours = ({ frame }: Pick<Local, 'frame'>, where: string): Promise<string[]> =>
  frame.locator('body').evaluate((body, place) => {
    const found: string[] = []
    const say = (what: string, one: Element) =>
      found.push(`${place}: ${what}: ${one.outerHTML.slice(0, 200)}`)
    const lined = (style: CSSStyleDeclaration) =>
      Number.parseFloat(style.borderTopWidth) + Number.parseFloat(style.borderLeftWidth) > 0
    for (const one of body.querySelectorAll<HTMLElement>('[data-colour-alone]')) {
      const style = getComputedStyle(one)
      let up: HTMLElement | null = one.parentElement
      while (up && getComputedStyle(up).backgroundColor === 'rgba(0, 0, 0, 0)') up = up.parentElement
      if (style.backgroundColor === getComputedStyle(up ?? body).backgroundColor && !lined(style))
        say('told by a colour alone', one)
    }
    const looks = (one: Element): string =>
      [one, ...[...one.querySelectorAll('*')].slice(0, 12)]
        .flatMap((each) => ['', '::before', '::after'].map((part) => getComputedStyle(each, part)))
        .map((style) =>
          [
            style.color,
            style.backgroundColor,
            style.borderTopWidth + style.borderBottomWidth + style.borderLeftWidth,
            style.borderTopColor + style.borderBottomColor + style.borderLeftColor,
            style.borderTopStyle + style.borderBottomStyle,
            style.outlineStyle + style.outlineColor,
            style.fontWeight + style.textDecorationLine + style.content,
            style.display + style.visibility + style.opacity,
          ].join(),
        )
        .join('|')
    const chosen = ['aria-pressed', 'aria-selected', 'aria-checked', 'aria-current']
    for (const name of chosen)
      for (const one of body.querySelectorAll(`[${name}]:not([${name}=false])`)) {
        if (!one.checkVisibility()) continue
        const other = [
          ...(one.parentElement?.closest('ul,ol,nav,[role]') ?? body).querySelectorAll(one.tagName),
        ].find(
          (each) =>
            each !== one &&
            each.getAttribute('role') === one.getAttribute('role') &&
            each.getAttribute(name) !== one.getAttribute(name) &&
            each.checkVisibility() &&
            each.childElementCount === one.childElementCount &&
            !each.matches(':disabled, [aria-disabled=true]'),
        )
        if (other && looks(other) === looks(one)) say(`looks as what is not chosen (${name})`, one)
      }
    return found
  }, where)
