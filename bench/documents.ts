/**
 * What the minutes of a review cost to write: `npx tsx bench/documents.ts [documents] [rounds]`, or
 * `npm run bench -- documents`. The content is a
 * review with 12 outcomes, 20 people and 40 actions, made from its records each time before the clock runs. Every generator has processes of its
 * own, by turns, so that a busy minute of the machine falls on all of them; the template engines are given a template
 * made beforehand that needs no loops, which is kinder to them than a school's would be. Then the first, the 3rd and
 * the 300th document of a fresh page in Chromium, and 300 reviews as one piece of work with its progress. Tells
 * medians, which stand for nothing but this machine, and ratios, which carry further.
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { minutesOfMany } from '../src/export/minutesOfMany.ts'
import { collected, zipTo } from '../src/export/writeZip.ts'
import { reviewMinutes } from '../src/documents/reviewMinutes.ts'
import { crowdedFile } from '../tests/documents/crowdedReview.ts'
import { inPane } from './documents/inPane.ts'
import type { Options } from './index.ts'
import { isMain } from './isMain.ts'
import { median } from './median.ts'
import type { Row } from './row.ts'

const names = [
  'Goldthread, every field a control',
  'Goldthread, no controls',
  'docx',
  'docxtemplater',
  'easy-template-x',
] as const
const [, plain] = names

type Told = { costs: number[]; size: number; peak: number }
const execute = promisify(execFile)
const child = fileURLToPath(new URL('documents/child.ts', import.meta.url))
const told = async (name: string, documents: number): Promise<Told> =>
  JSON.parse(
    (await execute(process.execPath, ['--import', 'tsx', child, name, String(documents)])).stdout,
  ) as Told

const measured = async (documents: number, rounds: number, say: (line: string) => void): Promise<Row[]> => {
  const all: Record<string, Told[]> = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) all[name]!.push(await told(name, documents))

  const figure = (name: string, of: (one: Told) => number) => median(all[name]!.map(of))
  const warm = (name: string) => figure(name, ({ costs }) => median(costs.slice(10)))
  say(`Processor time of writing a document; ${documents} documents, ${rounds} rounds`)
  say(
    `${'generator'.padEnd(36)}${['ms', 'ratio', 'first ms', 'peak MB', 'kB'].map((word) => word.padStart(10)).join('')}`,
  )
  for (const name of names)
    say(
      name.padEnd(36) +
        [
          warm(name).toFixed(1),
          (warm(name) / warm(plain)).toFixed(2),
          figure(name, ({ costs }) => costs[0]!).toFixed(0),
          figure(name, ({ peak }) => peak).toFixed(0),
          (figure(name, ({ size }) => size) / 1000).toFixed(1),
        ]
          .map((text) => text.padStart(10))
          .join(''),
    )

  for (const { size, first, third, last } of await inPane(rounds))
    say(
      `Fresh page of Chromium, ${size} review: first ${first.toFixed(0)} ms of work, 3rd ${third.toFixed(1)}, 300th ${last.toFixed(1)} (${(last / third).toFixed(2)} of the 3rd)`,
    )

  const many = Array.from({ length: 300 }, (_, of) => ({ review: String(of), file: () => crowdedFile(of) }))
  const before = process.memoryUsage().rss
  const began = performance.now()
  let last = began
  let longest = 0
  const { made } = await minutesOfMany(many, {
    content: (file) => reviewMinutes(file, '2026-03-10'),
    look: () => [],
    progress: () => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    },
  })
  const { sink, bytes } = collected()
  const zip = zipTo(sink)
  for (const [at, one] of made.entries()) await zip.add(`${at} ${one.name}`, one.bytes)
  zip.end()
  say(
    `300 reviews as one piece of work: ${((performance.now() - began) / 1000).toFixed(1)} s, longest without progress ` +
      `${longest.toFixed(0)} ms, ${(bytes().length / 1e6).toFixed(1)} MB, ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB more memory`,
  )
  const row = (name: string, of: string, figure: number, beside: number, unit: string): Row => ({
    what: `Minutes of a large review, ${name}: ${of}, docx’s beside`,
    figure,
    unit,
    peer: beside,
    ratio: figure / beside,
    limit: null,
    ok: true,
  })
  return names.slice(0, 2).flatMap((name) => [
    row(name, 'processor time of one', warm(name), warm('docx'), 'ms'),
    row(
      name,
      'peak memory',
      figure(name, ({ peak }) => peak),
      figure('docx', ({ peak }) => peak),
      'MB',
    ),
  ])
}

export const run = ({ quick }: Options, say: (line: string) => void = () => {}): Promise<Row[]> =>
  measured(quick ? 15 : 100, quick ? 1 : 5, say)

if (isMain(import.meta.url))
  await measured(Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 5), console.log)
