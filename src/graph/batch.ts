import { Problem } from '../domain/problem.ts'
import { askedWait, type Answer } from './answer.ts'
import type { Subject } from './asking.ts'
import type { Graph } from './client.ts'
import { isBusy, waitBefore } from './patience.ts'
import { problemOf } from './problem.ts'

/** One request of many. The path is below /v1.0. */
export type Part = {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly about: Subject
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}
export type PartAnswer = { readonly answer: Answer } | { readonly problem: Problem }

const most = 20
/** A long job with a progress bar waits longer than a person at a form: two minutes for each group of 20. */
const patience = 120_000
const tries = 6

/**
 * Sends requests in groups of 20 and answers each in its place. Throttled parts are sent again when they may be,
 * for at most two minutes a group: Graph throttles each part on its own, and Microsoft's RetryHandler looks at the
 * outer answer alone. When the outer answer is lost, every part of the group has that Problem: the caller must
 * look which of them were done. `waiting` is told until when, before each wait.
 */
export const batch = async (
  graph: Graph,
  parts: readonly Part[],
  waiting: (until: Date) => void = () => {},
): Promise<PartAnswer[]> => {
  const answers: PartAnswer[] = []
  for (let from = 0; from < parts.length; from += most) {
    answers.push(...(await group(graph, parts.slice(from, from + most), waiting)))
  }
  return answers
}

const group = async (
  graph: Graph,
  parts: readonly Part[],
  waiting: (until: Date) => void,
): Promise<PartAnswer[]> => {
  const answers = new Map<number, PartAnswer>()
  const giveUp = graph.now().getTime() + patience
  let left = parts.map((_, index) => index)
  for (let attempt = 0; left.length > 0; attempt += 1) {
    for (const [index, answer] of await once(graph, parts, left, waiting)) answers.set(index, answer)
    left = left.filter((index) => isThrottled(answers.get(index)))
    if (left.length === 0 || attempt + 1 === tries) break
    const wait = Math.max(...left.map((index) => waitOf(answers.get(index), attempt, graph.now())))
    if (graph.now().getTime() + wait > giveUp) break
    waiting(new Date(graph.now().getTime() + wait))
    await graph.sleep(wait)
  }
  return parts.map((part, index) => settled(answers.get(index), part, graph.now()))
}

type Sent = { id: string; status: number; headers?: Record<string, string>; body?: unknown }

const once = async (
  graph: Graph,
  parts: readonly Part[],
  left: readonly number[],
  waiting: (until: Date) => void,
): Promise<[number, PartAnswer][]> => {
  const requests = left.map((index) => {
    const { method, path, headers, body } = parts[index]!
    const all = { ...headers, ...(body ? { 'Content-Type': 'application/json' } : {}) }
    return { id: String(index), method, url: path, headers: all, ...(body ? { body } : {}) }
  })
  try {
    const about = parts[left[0]!]!.about
    const asking = { method: 'POST', path: '/$batch', about, body: { requests }, patience } as const
    const outer = await graph.ask({ ...asking, bulk: true, waiting })
    const sent = ((outer.body as { responses?: Sent[] } | null)?.responses ?? []).filter(({ id }) =>
      left.includes(Number(id)),
    )
    return sent.map(({ id, status, headers: given, body }) => {
      const headers = new Headers(given)
      graph.watch?.part(status, headers)
      return [Number(id), { answer: { status, headers, body: body ?? null } }]
    })
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown
    const problem = aboutBatch(thrown)
    return left.map((index) => [index, { problem }])
  }
}

/** What was said of the whole batch says nothing of one row: a conflict there is nobody's change. */
const aboutBatch = (problem: Problem): Problem =>
  problem.code === 'changed'
    ? new Problem({ code: 'unexpected' }, 'A whole batch was refused as a conflict', problem.cause)
    : problem

const isThrottled = (given: PartAnswer | undefined) =>
  given !== undefined && 'answer' in given && isBusy(given.answer.status)

const waitOf = (given: PartAnswer | undefined, attempt: number, now: Date): number =>
  waitBefore(attempt, given && 'answer' in given ? askedWait(given.answer.headers, now) : null)

const settled = (given: PartAnswer | undefined, part: Part, now: Date): PartAnswer => {
  if (given === undefined) {
    const what = `${part.about.kind} ${part.about.name}`
    return { problem: new Problem({ code: 'unexpected' }, `A batch left out the answer for ${what}`) }
  }
  if ('problem' in given || given.answer.status < 400) return given
  return { problem: problemOf(given.answer, part, now) }
}
