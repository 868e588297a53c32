import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { heaviest, pictures } from '../../scripts/pictures/list.ts'
import { documents } from './commandsIn.ts'

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .replace(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
const withoutFences = (markdown: string) => markdown.replace(/^```[^]*?^```/gm, '')
const anchorsOf = (path: string) =>
  [...withoutFences(readFileSync(path, 'utf8')).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    anchorOf(heading!),
  )

/** Links and pictures of a document that lead to a file of this project: `[words](path#anchor)`. */
const linksIn = (path: string) =>
  [...withoutFences(readFileSync(path, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))

test('every link and picture in README and docs leads to a file that is there, and to a heading of it', () => {
  let seen = 0
  const wrong = documents().flatMap((path) =>
    linksIn(path)
      .filter((target) => {
        seen += 1
        const [file = '', anchor] = decodeURIComponent(target).split('#')
        const full = file === '' ? path : normalize(join(dirname(path), file))
        if (!existsSync(full)) return true
        return anchor !== undefined && !(full.endsWith('.md') && anchorsOf(full).includes(anchor))
      })
      .map((target) => `${path}: ${target}`),
  )
  expect(wrong).toEqual([])
  expect(seen).toBeGreaterThan(50)
})

test('docs/images holds the pictures that the script takes, none too heavy, and each is shown somewhere', () => {
  const files = readdirSync('docs/images').toSorted()
  expect(files).toEqual(pictures.map(({ name }) => `${name}.png`).toSorted())
  const shown = documents().flatMap((path) => linksIn(path))
  for (const file of files) {
    expect(statSync(join('docs/images', file)).size, file).toBeLessThanOrEqual(heaviest)
    expect(
      shown.some((target) => target.endsWith(`images/${file}`)),
      `${file} is shown`,
    ).toBe(true)
  }
})

test('every picture says in words what it shows', () => {
  for (const path of documents())
    for (const [whole, words] of readFileSync(path, 'utf8').matchAll(/!\[([^\]]*)\]\(/g))
      expect(words!.trim().length, `${path}: ${whole}`).toBeGreaterThan(10)
})
