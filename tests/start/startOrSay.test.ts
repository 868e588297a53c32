// @vitest-environment jsdom
import { expect, onTestFinished, test, vi } from 'vitest'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { readConfig } from '../../src/readConfig.ts'
import { startOrSay } from '../../src/startOrSay.ts'

const answering = (answer: () => Promise<Response>) => {
  vi.stubGlobal('fetch', answer)
  onTestFinished(() => void vi.unstubAllGlobals())
}

const said = async (): Promise<string> => {
  document.body.innerHTML = '<div id="root"></div>'
  await startOrSay(() => readConfig(new URL('https://goldthread.example/config.json')))
  return document.querySelector('[role=alert]')?.textContent ?? ''
}

test('a page whose config.json is in order starts', async () => {
  answering(async () => Response.json(localConfig))
  expect(await said()).toBe('')
  expect(await readConfig(new URL('https://goldthread.example/config.json'))).toEqual(localConfig)
})

test('a page without config.json says who can help, in words', async () => {
  answering(async () => new Response('<h1>Not Found</h1>', { status: 404 }))
  expect(await said()).toBe(
    'Goldthread has not been set up here yet: config.json is not there (404). Ask the person who installed it.',
  )
})

test('a config.json that says too little, or is none, is named', async () => {
  answering(async () => Response.json({ ...localConfig, schools: [] }))
  expect(await said()).toContain('config.json names no school')
  answering(async () => new Response('<!doctype html>'))
  expect(await said()).toContain('config.json has no tenantId')
})

test.each([429, 502, 503])(
  'a web host that answers %i is told apart from one that has no config.json',
  async (status) => {
    answering(async () => new Response('<h1>Service Unavailable</h1>', { status }))
    expect(await said()).toMatch(/busy or being updated.*Nothing that was stored is lost/)
  },
)

test('whatever kept a page from starting, it can be tried again from the page', async () => {
  answering(async () => Promise.reject(new TypeError('Failed to fetch')))
  await said()
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
    'Try again',
  ])
})

test('a page that is opened offline says so', async () => {
  answering(async () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await said()).toContain('You are offline')
})

test.each([null, 'oakfield', 7])('a config.json with %j for a school is named', async (school) => {
  answering(async () => Response.json({ ...localConfig, schools: [school] }))
  expect(await said()).toContain('config.json has a school without id or name')
})
