import { makePackages } from './packaging/makePackages.ts'
import { Stop } from './stop.ts'

try {
  await makePackages(process.argv.slice(2), (text) => console.log(text))
} catch (thrown) {
  if (!(thrown instanceof Stop)) throw thrown
  if (thrown.exitCode === 0) console.log(thrown.message)
  else console.error(thrown.message)
  process.exitCode = thrown.exitCode
}
