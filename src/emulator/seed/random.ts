import { ulid } from 'ulid'
import type { Day } from '../../domain/rules/day.ts'

/** Chances that fall the same way for the same seed. */
export type Random = {
  /** 0 up to but not including 1. */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** So many different ones, in a chance order. */
  some<T>(from: readonly T[], count: number): T[]
  /** One by its weight. */
  weighted<T extends string>(weights: Readonly<Partial<Record<T, number>>>): T
}

/** A 32-bit generator of the "mulberry" family: enough for made-up schools, never for secrets. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const some = <T>(from: readonly T[], count: number): T[] => {
    const left = [...from]
    const taken: T[] = []
    while (taken.length < count && left.length > 0) taken.push(...left.splice(whole(0, left.length - 1), 1))
    return taken
  }
  return {
    next,
    whole,
    some,
    chance: (probability) => next() < probability,
    pick: (from) => from[whole(0, from.length - 1)]!,
    weighted: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights & string, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [name, weight] of entries) if ((left -= weight) < 0) return name
      return entries.at(-1)![0]
    },
  }
}

/** A record's key that comes out the same for the same seed, sorted among keys made on that day. */
export const keyOn = (random: Random, day: Day): string => ulid(Date.parse(`${day}T09:00:00Z`), random.next)
