import { t } from '../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components'
import { ArrowDownloadRegular, DocumentEditRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { Problem } from '../../domain/problem.ts'
import { type Counted, type LayoutChange, layoutChange } from '../../documents/form/sameLayout.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { fillOpenForm, formAbility, readBackForm, tracksChanges } from '../../host/wordForm.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import type { Passing } from '../../ui/disclosure/passOn.ts'
import { FilledTold } from '../../ui/form/FilledTold.tsx'
import { passingFilled } from '../../ui/form/passingFilled.ts'
import { type FilledFor, fillFor } from '../../ui/form/readFilled.ts'
import type { OpenForm } from '../../ui/form/usePacks.ts'
import { gatherReview } from '../../ui/gatherReview.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { usePaneWork } from '../paneWork.ts'
import { WorkNotice } from '../WorkNotice.tsx'
import { Reading } from './Reading.tsx'

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '12px', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '20px' },
})

const called: Readonly<Record<Counted, string>> = {
  tables: 'tables',
  rows: t`rows of tables`,
  boxes: t`boxes that float over the page`,
  pictures: 'pictures',
  controls: t`boxes to type in`,
  fields: t`form fields`,
  sections: 'sections',
  margins: t`headers and footers`,
}

/** Why this form is not filled where it is open; null where it can be. */
const hinders = ({ guarded, xml }: OpenForm['file']): string | null => {
  if (!formAbility().fills)
    return t`This Word can’t take a whole form with its headers and footers (WordApi 1.5: Microsoft 365, Word 2024 or Word on the web). Download it filled instead: nothing is lost there.`
  if (guarded)
    return t`This form lets only its own fields be typed into, and Word lets nobody else write in it. Download it filled instead: nothing is lost there.`
  if (xml.includes('txbxContent'))
    return t`This form has boxes that float over the page, and Word loses those when it takes a form from here. Download it filled instead: nothing is lost there.`
  return null
}

type After = { readonly change: LayoutChange | null }

const whileTracked = t`Track changes is on: every line of the form would be marked as new. Turn it off under Review, then fill.`

/** Fills the open form for one review: what a person should know first, then into the document or as a file. */
export const FillForm = ({
  open,
  reviewKey,
  onBusy,
  onFilled,
}: {
  open: OpenForm
  reviewKey: string
  onBusy: (busy: boolean) => void
  onFilled: (filled: boolean) => void
}) => {
  const services = useServices()
  const today = services.today()
  const gathered = useQuery({
    queryKey: ['reviewForForm', services.school.id, reviewKey, today],
    queryFn: () => gatherReview(services.records, reviewKey, { schoolName: services.school.name, today }),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Loaded queries={[gathered]} shape={<Reading />}>
      {(file) => <Filling open={open} file={file} onBusy={onBusy} onFilled={onFilled} />}
    </Loaded>
  )
}

const Filling = ({
  open,
  file,
  onBusy,
  onFilled,
}: {
  open: OpenForm
  file: ReviewFile
  onBusy: (busy: boolean) => void
  onFilled: (filled: boolean) => void
}) => {
  const styles = useStyles()
  const services = useServices()
  const today = services.today()
  const [way, setWay] = useState<'fill' | 'download' | null>(null)
  const [after, setAfter] = useState<After | null>(null)
  const [tracked, setTracked] = useState(false)
  const { work, show, run, dismiss } = usePaneWork()
  const filled = useMemo(
    () => fillFor({ form: open.file, placed: open.placing }, file, today),
    [open.file, open.placing, file, today],
  )
  const busy = work.is === 'working' || way !== null
  useEffect(() => onBusy(busy), [busy, onBusy])
  const why = hinders(open.file)

  const fill: Passing = {
    ...passingFilled(file, filled, services, 'download'),
    title: t`Fill the form that is open`,
    did: 'inserted',
    verb: t`Fill`,
    look: async () => ({
      paragraphs: (await passingFilled(file, filled, services, 'download').look()).paragraphs,
      go: async () => {
        await into(filled)
        return { words: t`Filled. Read it through: what stays open is filled in by hand.` }
      },
    }),
  }
  const into = async ({ bytes, xml }: FilledFor) => {
    if ((await fillOpenForm(bytes)) === 'tracked')
      throw new Problem({ code: 'document', why: 'failed' }, 'Changes are tracked')
    onFilled(true)
    setAfter({ change: layoutChange(xml, await readBackForm()) })
  }
  const start = () =>
    run(t`Looking at the document`, async () => {
      const tracked = await tracksChanges()
      setTracked(tracked)
      if (!tracked) setWay('fill')
      return { is: 'nothing' }
    })
  const putBack = () =>
    run(t`Putting the empty form back`, async () => {
      if ((await fillOpenForm(open.bytes)) === 'tracked')
        throw new Problem({ code: 'document', why: 'failed' }, 'Changes are tracked')
      setAfter(null)
      onFilled(false)
      return { is: 'done', words: t`The empty form is back.` }
    })
  return (
    <div className={styles.whole}>
      {after && <Kept after={after} />}
      <FilledTold filled={filled} folded />
      {why && <Text>{why}</Text>}
      {tracked && <Text role="alert">{whileTracked}</Text>}
      <div className={styles.buttons}>
        {!why && !after && (
          <Button
            appearance="primary"
            icon={<DocumentEditRegular />}
            disabledFocusable={busy}
            onClick={() => void start()}
          >{t`Fill this form`}</Button>
        )}
        {after && (
          <Button
            disabledFocusable={busy}
            onClick={() => void putBack()}
          >{t`Put the empty form back`}</Button>
        )}
        <Button
          appearance={why ? 'primary' : 'secondary'}
          icon={<ArrowDownloadRegular />}
          disabledFocusable={busy}
          onClick={() => setWay('download')}
        >{t`Download the filled form`}</Button>
      </div>
      {!why && !after && (
        <Text
          size={200}
          className={styles.quiet}
        >{t`Filling writes into this document. Ctrl+Z takes it out again; the file stays as it was until you save.`}</Text>
      )}
      {way && (
        <PassOn
          key={way}
          passing={way === 'fill' ? fill : passingFilled(file, filled, services, 'download')}
          onDone={(passed) => {
            setWay(null)
            show({ is: 'done', ...passed })
          }}
          onClose={() => setWay(null)}
        />
      )}
      <WorkNotice work={work} onDismiss={dismiss} />
    </div>
  )
}

/** Whether Word kept the authority's layout when it took the filled form: looked at there, not supposed. */
const Kept = ({ after: { change } }: { after: After }) => {
  const styles = useStyles()
  if (!change)
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{t`Compared with the authority’s form: its lines, tables, boxes, headers and footers are all there, and nothing but the answers came.`}</MessageBarBody>
      </MessageBar>
    )
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{t`Word changed the form’s layout when it took it`}</MessageBarTitle>
        {t`Put the empty form back, and send the form that you download instead: it is the authority’s own file.`}
        <ul className={styles.list}>
          {change.counts.map(({ what, was, is }) => (
            <li key={what}>{t`${called[what]}: ${was} in the form, ${is} here`}</li>
          ))}
          {change.lost.map((line, at) => (
            <li key={`lost ${at}`}>{t`Not here: “${line.slice(0, 80)}”`}</li>
          ))}
          {change.came.map((line, at) => (
            <li key={`came ${at}`}>{t`Not in the form: “${line.slice(0, 80)}”`}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
