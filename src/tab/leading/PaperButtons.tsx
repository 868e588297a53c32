import { t } from '../../words/t.ts'
import { Button, makeStyles } from '@fluentui/react-components'
import { DocumentArrowDownRegular, GlobeRegular, PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { DocumentContent } from '../../documents/blocks.ts'
import { webPage } from '../../documents/leading/webText.ts'
import { paragraphsOf } from '../../documents/paragraphs.ts'
import { docxType } from '../../documents/word/names.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import type { Passing } from '../../ui/disclosure/passOn.ts'
import { PrintBlocks } from '../../ui/papers/PrintBlocks.tsx'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

type Way = 'word' | 'print' | 'web'

/**
 * A paper of the school’s own on its way out. It is about no pupil; it is looked through for names all the same before it
 * goes.
 */
export const PaperButtons = ({
  called,
  words,
  content,
  adults,
  web = false,
  disabled = false,
}: {
  /** What the paper is, in the log and as its file’s name. */
  called: string
  /** The button that downloads it. */
  words: string
  content: () => DocumentContent
  /** Adults who are named in it on purpose. */
  adults: readonly (string | null | undefined)[]
  /** Also as text for a website. */
  web?: boolean
  disabled?: boolean
}) => {
  const styles = useStyles()
  const services = useServices()
  const say = useSay()
  const [way, setWay] = useState<Way | null>(null)
  const [printed, setPrinted] = useState<DocumentContent | null>(null)
  const today = services.today()
  const passing = (to: Way): Passing => ({
    title: to === 'print' ? t`Print: ${called}` : t`Download: ${called}`,
    did: to === 'print' ? 'printed' : 'downloaded',
    what: called,
    about: [],
    ofNobody: true,
    logged: [],
    adults: adults.filter((name): name is string => Boolean(name)),
    days: [],
    verb: to === 'print' ? t`Print` : t`Download`,
    look: async () => {
      const made = content()
      return {
        paragraphs: paragraphsOf(made),
        go: async () => {
          if (to === 'print') {
            setPrinted(made)
            return { words: t`Given to the printer.` }
          }
          if (to === 'web') {
            services.download(
              t`${called} ${today}.html`,
              new TextEncoder().encode(webPage(made)),
              'text/html;charset=utf-8',
            )
            return { words: t`Downloaded. Put its text into the page of your website.` }
          }
          const { docxFor } = await import('../../ui/design.ts')
          services.download(t`${called} ${today}.docx`, await docxFor(services, made), docxType)
          return { words: t`Downloaded. It names no pupil.` }
        },
      }
    },
  })
  return (
    <>
      <div className={styles.buttons}>
        <Button icon={<DocumentArrowDownRegular />} disabled={disabled} onClick={() => setWay('word')}>
          {words}
        </Button>
        {web && (
          <Button
            icon={<GlobeRegular />}
            disabled={disabled}
            onClick={() => setWay('web')}
          >{t`Download for the website`}</Button>
        )}
        <Button icon={<PrintRegular />} disabled={disabled} onClick={() => setWay('print')}>
          {t`Print: ${called}`}
        </Button>
      </div>
      {way && (
        <PassOn
          key={way}
          passing={passing(way)}
          onDone={({ words: said }) => {
            setWay(null)
            say(said)
          }}
          onClose={() => setWay(null)}
        />
      )}
      {printed && <PrintBlocks content={printed} onDone={() => setPrinted(null)} />}
    </>
  )
}
