import { expect, onTestFinished, test } from 'vitest'
import { connectBrowser } from './connectBrowser.ts'
import { schoolFor } from './school.ts'
import { found, leftBehind, tellingOf, traceable } from './traces.ts'

/* Every journey ends with a look for pupils' names and UPNs in places where they must not be; this shows that the look
   sees them there. */
test('a pupil’s name or UPN in any place outside the pages’ own text is found, and said without the value', async () => {
  const { emulator } = await schoolFor('made-up')
  const browser = await connectBrowser()
  onTestFinished(async () => {
    await browser.close()
    await emulator.close()
  })
  const { sites } = emulator.admin.dump() as unknown as {
    sites: { lists: { displayName: string; rows: { fields: Record<string, string> }[] }[] }[]
  }
  const pupil = sites.flatMap(({ lists }) => lists).find(({ displayName }) => displayName === 'Pupils')!
    .rows[5]!.fields
  const name = `${pupil['gtForename']} ${pupil['gtSurname']}`
  const telling = tellingOf(emulator)
  const context = await browser.newContext()
  const traces = traceable(context)
  await context.route('https://school.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>SEND</title>' }),
  )
  const page = await context.newPage()
  await page.goto('https://school.example/')
  expect(found(telling, [...traces, ...(await leftBehind(context))])).toEqual([])

  await page.goto(`https://school.example/#/pupil/${encodeURIComponent(name)}`)
  await page.evaluate(
    async ([who, upn]) => {
      document.title = who!
      localStorage.setItem('a', `${who!.split(' ').toReversed().join(', ')}`)
      sessionStorage.setItem('a', upn!)
      document.cookie = `last=${encodeURIComponent(upn!)}`
      // eslint-disable-next-line no-console
      console.log('Read', who!.toUpperCase())
      await fetch(`/x?find=${encodeURIComponent(who!).replaceAll('%20', '+')}`)
      await (await caches.open('c')).put(`/kept/${upn}`, new Response(''))
      await new Promise((done) => {
        const opening = indexedDB.open('d')
        opening.onupgradeneeded = () => opening.result.createObjectStore('s').add({ upn }, 1)
        opening.onsuccess = () => done(opening.result.close())
      })
    },
    [name, pupil['gtUpn']!],
  )
  const left = found(telling, [...traces, ...(await leftBehind(context))])
  const where = ['a cache', 'a cookie', 'an address', 'console', 'IndexedDB', 'local storage', 'session storage', 'the address', 'the address bar', 'the title'] // prettier-ignore
  expect([...new Set(left.map((line) => line.replace(/^a pupil’s (UPN|name) in /, '')))].toSorted()).toEqual(
    where.toSorted(),
  )
  expect(left.join()).not.toContain(pupil['gtSurname'])
})
