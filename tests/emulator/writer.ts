// Run by storage.test.ts as a process of its own: writes rows as fast as it can and says each key once it is
// acknowledged, until it is killed.
import { fileStorage } from '../../src/emulator/fileStorage.ts'
import { bookList, sencoSite, startGraph } from './world.ts'

const { as, graph } = await startGraph({
  storage: await fileStorage(process.argv[2] ?? '', { shortenAt: 30_000 }),
})
if (graph.admin.isEmpty()) await bookList(as)
const ask = as('local:senco')

const write = async (worker: number) => {
  for (let number = 0; ; number += 1) {
    const key = `${process.pid}-${worker}-${number}`
    const { status } = await ask('POST', `${sencoSite}/lists/Books/items`, {
      fields: { Key: key, Notes: 'x'.repeat(300) },
    })
    if (status === 201) process.stdout.write(`${key}\n`)
  }
}

await Promise.all([0, 1, 2, 3, 4].map(write))
