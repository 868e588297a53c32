import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { type Refusal, reviewsIn } from '../../documents/readBack.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import { documentState } from '../../documents/documentState.ts'
import { DocumentNotices } from '../host/DocumentNotices.tsx'
import { HoldsMinutes } from '../host/HoldsMinutes.tsx'
import { beforeInserting } from '../host/notices.ts'
import { OtherReviewParts } from '../host/OtherReviewParts.tsx'
import { OtherWays } from '../host/OtherWays.tsx'
import { ReadAs } from '../host/ReadAs.tsx'
import { StillWaiting } from '../host/StillWaiting.tsx'
import type { PartProps } from '../parts.ts'
import { WorkNotice } from '../WorkNotice.tsx'
import { AskWhere } from './AskWhere.tsx'
import { CopyCard } from './CopyCard.tsx'
import { Differences } from './Differences.tsx'
import { Refused } from './Refused.tsx'
import { UpdatedCard } from './UpdatedCard.tsx'
import { useJump } from './useJump.ts'
import { openDocumentQuery } from './openDocument.ts'
import { useMinutes } from './useMinutes.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  verbs: { display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: '8px' },
  verb: { minWidth: 0, padding: '6px 4px', whiteSpace: 'nowrap' },
  files: { display: 'flex', flexWrap: 'wrap', gap: '2px', margin: '-8px 0 0 -8px' },
  file: { minWidth: 0 },
})

/** The minutes of one review and the open document: into it, out of it, and on their way. */
export const MinutesPart = ({ option: { review }, options, onGo, onBusy, asked }: PartProps) => {
  const styles = useStyles()
  const minutes = useMinutes(review.key)
  const { work, show, dismiss, passOn } = minutes
  const jump = useJump()
  const busy = work.is === 'working'
  useEffect(() => onBusy(busy), [busy, onBusy])
  const pressed = useRef<HTMLButtonElement>(null)
  // What had the focus is gone, such as a card's answer: the keyboard goes on from the button that brought it.
  useEffect(() => {
    if (!document.activeElement || document.activeElement === document.body) pressed.current?.focus()
  }, [work])
  const acts = useRef(minutes)
  useEffect(() => {
    acts.current = minutes
  })
  useEffect(() => {
    if (asked) void acts.current[asked.to]()
  }, [asked])
  const held = work.is === 'asking' ? reviewsIn(work.document) : new Set<string>()
  const { data: open } = useQuery(openDocumentQuery)
  const isIn = open !== undefined && reviewsIn(open).has(review.key)
  // What comes next stands out: inserting again would lose what was typed.
  const verbs = [
    { words: t`Insert`, name: t`Insert minutes`, act: minutes.insert, main: !isIn },
    { words: t`Update`, name: t`Update`, act: minutes.update },
    { words: t`Read back`, name: t`Read back`, act: minutes.readBack, main: isIn },
  ]
  const files = [
    { words: t`Download`, name: t`Download minutes`, act: () => passOn('download') },
    { words: t`Save`, name: t`Save minutes to the library`, act: () => passOn('save') },
    { words: t`Send`, name: t`Send this document`, act: () => passOn('send') },
    { words: t`Clean copy`, name: t`Clean copy to send`, act: minutes.cleanCopy },
  ]
  const refused = (refusal: Refusal) => (
    <Refused
      refusal={refusal}
      other={options.find(({ review: { key } }) => refusal.why !== 'noFields' && key === refusal.review)}
      onGo={onGo}
    />
  )
  return (
    <>
      <div className={styles.verbs}>
        {verbs.map(({ words, name, act, main }) => (
          <Button
            key={name}
            className={styles.verb}
            appearance={main ? 'primary' : 'secondary'}
            aria-label={name}
            disabledFocusable={busy}
            onClick={({ currentTarget }) => {
              pressed.current = currentTarget
              void act()
            }}
          >
            {words}
          </Button>
        ))}
      </div>
      <div className={styles.files}>
        {files.map(({ words, name, act }) => (
          <Button
            key={name}
            size="small"
            appearance="subtle"
            className={styles.file}
            aria-label={name}
            title={name}
            disabledFocusable={busy}
            onClick={({ currentTarget }) => {
              pressed.current = currentTarget
              void act()
            }}
          >
            {words}
          </Button>
        ))}
      </div>
      <WorkNotice
        work={work}
        onDismiss={dismiss}
        otherways={
          work.is === 'failed' && (
            <OtherWays
              trouble={work.trouble}
              {...(work.otherwise ? { onBodyAlone: work.otherwise } : {})}
              onDownload={() => void passOn('download')}
            />
          )
        }
      />
      {busy && <StillWaiting />}
      {work.is !== 'failed' && <DocumentNotices tracking={work.is !== 'done' && work.is !== 'asking'} />}
      {work.is === 'nothing' && <HoldsMinutes reviewKey={review.key} />}
      {work.is === 'nothing' && (
        <Text
          className={styles.quiet}
        >{t`Insert puts the minutes into this document, filled from the record. Update brings what the record changed since, and leaves what was typed here. Read back compares what was typed with the record, tracked changes as if accepted, and you choose what to keep.`}</Text>
      )}
      {work.is === 'passing' && (
        <PassOn
          key={work.way}
          passing={work.passing}
          onShow={(finding, paragraphs) => void jump.to(finding, paragraphs)}
          onDone={(passed) => show({ is: 'done', ...passed })}
          onClose={dismiss}
        />
      )}
      {work.is === 'passing' && jump.missing && <Text role="status">{jump.missing}</Text>}
      {work.is === 'asking' && (
        <AskWhere
          same={held.has(review.key)}
          other={held.size > 0 && !held.has(review.key)}
          also={beforeInserting(documentState(work.document.xml, work.document.told))}
          onWhere={(where) => void minutes.insertInto(work.file, where, work.document)}
          onCancel={dismiss}
        />
      )}
      {work.is === 'copied' && (
        <CopyCard copy={work.copy} onWay={(way) => void passOn(way)} onCancel={dismiss} />
      )}
      {work.is === 'updated' && <UpdatedCard updated={work} onPutBack={() => void minutes.putBack(work)} />}
      {work.is === 'refused' && refused(work.refusal)}
      {work.is === 'read' && !('refused' in work.result) && <ReadAs document={work.document} />}
      {work.is === 'read' &&
        ('refused' in work.result ? (
          <>
            {refused(work.result.refused)}
            {work.result.refused.why === 'twoReviews' && (
              <OtherReviewParts file={work.file} document={work.document} />
            )}
          </>
        ) : (
          <Differences
            key={work.at.getTime()}
            found={work.result}
            rows={work.rows}
            file={work.file}
            document={work.document}
          />
        ))}
    </>
  )
}
