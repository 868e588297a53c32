import { t } from '../../../words/t.ts'
import { useEffect, useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import { type Finding, wrongChildGuard } from '../../../domain/rules/wrongChild.ts'
import type { MinutesOfMany } from '../../../export/minutesOfMany.ts'
import { counted } from '../../../domain/counted.ts'
import { adultsOf, daysOf, type Passing } from '../../../ui/disclosure/passOn.ts'
import { gatherReviews } from '../../../ui/gatherReviews.ts'
import { useServices } from '../../../ui/services.tsx'

export type Many = MinutesOfMany<Finding>
export type ManyState =
  | { readonly is: 'asked' }
  | { readonly is: 'reading' }
  | { readonly is: 'making'; readonly done: number }
  | { readonly is: 'failed'; readonly trouble: Trouble }
  | { readonly is: 'made'; readonly many: Many; readonly saved: Saved | null }
/** Files on their way to the library, and what SharePoint did not take. */
export type Saved = {
  readonly done: number
  readonly of: number
  readonly refused: readonly { readonly review: string; readonly trouble: Trouble }[]
  readonly ended: boolean
}
export type Way = 'download' | 'save'

type Guard = { readonly pupils: readonly Stored<Pupil>[]; readonly restricted: readonly string[] }

/** Those in which nothing was found that a person has to look at first. */
export const clearOf = ({ made }: Many) => made.filter(({ findings }) => findings.length === 0)

/** One work at a time that can be stopped; a new one ends the one before. */
const newStop = () => {
  let current = new AbortController()
  return {
    begin: (): AbortSignal => {
      current.abort()
      current = new AbortController()
      return current.signal
    },
    abort: () => current.abort(),
  }
}

/** The minutes of many reviews: made and looked through one by one, then passed on together. */
export const useManyMinutes = (reviews: readonly string[], { pupils, restricted }: Guard) => {
  const services = useServices()
  const [state, setState] = useState<ManyState>({ is: 'asked' })
  const [stop] = useState(newStop)
  const make = async () => {
    const signal = stop.begin()
    setState({ is: 'reading' })
    try {
      const where = { schoolName: services.school.name, today: services.today() }
      const [{ reviewMinutes }, { minutesOfMany }, { lookOf }, gathered] = await Promise.all([
        import('../../../documents/reviewMinutes.ts'),
        import('../../../export/minutesOfMany.ts'),
        import('../../../ui/design.ts'),
        gatherReviews(services.records, reviews, where, signal),
      ])
      const { design } = await lookOf(services)
      setState({ is: 'making', done: 0 })
      const many = await minutesOfMany<Finding>(gathered, {
        content: (file) => reviewMinutes(file, where.today),
        look: (file, paragraphs) => {
          const about = new Set([file.pupil.key])
          const guard = { about, adults: adultsOf(file), days: daysOf(file.pupil), restricted }
          return wrongChildGuard(pupils, guard)(paragraphs.map(({ text }) => text))
        },
        progress: (done) => setState({ is: 'making', done }),
        signal,
        design,
      })
      if (!signal.aborted) setState({ is: 'made', many, saved: null })
    } catch (thrown) {
      if (!signal.aborted) setState({ is: 'failed', trouble: troubleOf(thrown) })
    }
  }
  // What nobody waits for any more must not go on reading the school.
  useEffect(() => stop.abort, [stop])

  /** One .zip of all that is clear. */
  const zipped = async (many: Many) => {
    const { collected, zipTo } = await import('../../../export/writeZip.ts')
    const { sink, bytes } = collected()
    const zip = zipTo(sink)
    for (const { name, bytes: file } of clearOf(many)) await zip.add(name, file)
    zip.end()
    return bytes()
  }
  const saveAll = async (many: Many): Promise<Saved> => {
    const { docxType } = await import('../../../documents/word/names.ts')
    const signal = stop.begin()
    const clear = clearOf(many)
    const refused: { review: string; trouble: Trouble }[] = []
    let done = 0
    const tell = (ended: boolean) => {
      const saved = { done, of: clear.length, refused: [...refused], ended }
      setState({ is: 'made', many, saved })
      return saved
    }
    for (const { review, name, bytes } of clear) {
      if (signal.aborted) break
      try {
        await services.files.save('senco', `Reviews/${name}`, bytes, docxType)
      } catch (thrown) {
        refused.push({ review, trouble: troubleOf(thrown) })
      }
      done += 1
      tell(false)
    }
    return tell(true)
  }

  /** All that is clear on its way: each was looked through when it was made, against its own pupil. */
  const passing = (many: Many, way: Way): Passing => {
    const clear = clearOf(many)
    const pupilsIn = [...new Set(clear.map(({ pupil }) => pupil))]
    return {
      title: way === 'download' ? t`Download the minutes` : t`Save the minutes to the library`,
      did: way === 'download' ? 'downloaded' : 'saved',
      what: t`Review minutes`,
      about: pupilsIn,
      logged: pupilsIn,
      adults: [],
      days: [],
      verb: way === 'download' ? t`Download` : t`Save`,
      look: async () => ({
        paragraphs: [],
        go: async () => {
          if (way === 'save') {
            const { done, refused } = await saveAll(many)
            return { words: t`${counted(done - refused.length, 'file')} saved in Reviews.` }
          }
          const name = t`Minutes ${services.today()}.zip`
          services.download(name, await zipped(many), 'application/zip')
          return { words: t`Downloaded as ${name}: ${counted(clear.length, 'file')}.` }
        },
      }),
    }
  }
  return { state, make: () => void make(), cancel: stop.abort, passing }
}
