import type { Random } from './random.ts'

/** The words that fill a template's {slots}. */
export type Slots = Readonly<Record<string, string>>

/**
 * One way of saying a template: `[this|that]` takes one of the two (they may stand inside each other), `{name}` a
 * slot. The first letter becomes a capital. Throws for a slot that nobody fills.
 */
export const say = (random: Random, template: string, slots: Slots): string => {
  let text = template
  for (;;) {
    const chosen = text.replace(/\[([^[\]]*)\]/g, (_, ways: string) => random.pick(ways.split('|')))
    if (chosen === text) break
    text = chosen
  }
  const filled = text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const word = slots[slot]
    if (word === undefined) throw new Error(`Nothing fills {${slot}}`)
    return word
  })
  return filled.replace(
    /(^|[.!?] )([a-z])/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
}

/** Sentences said one after another, each from its own choice of templates. */
export const sayAll = (random: Random, choices: readonly (readonly string[])[], slots: Slots): string =>
  choices.map((templates) => say(random, random.pick(templates), slots)).join(' ')
