import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import {
  ArrowDownloadRegular,
  CloudArrowUpRegular,
  DocumentAddRegular,
  DocumentSearchRegular,
  SendRegular,
} from '@fluentui/react-icons'
import { useEffect } from 'react'
import { reviewsIn } from '../../documents/readBack.ts'
import { PassOn } from '../../ui/disclosure/PassOn.tsx'
import type { PartProps } from '../parts.ts'
import { DocumentNotices } from '../host/DocumentNotices.tsx'
import { HoldsMinutes } from '../host/HoldsMinutes.tsx'
import { beforeInserting } from '../host/notices.ts'
import { OtherWays } from '../host/OtherWays.tsx'
import { ReadAs } from '../host/ReadAs.tsx'
import { StillWaiting } from '../host/StillWaiting.tsx'
import { documentState } from '../../documents/documentState.ts'
import { WorkNotice } from '../WorkNotice.tsx'
import { AskWhere } from './AskWhere.tsx'
import { Differences } from './Differences.tsx'
import { Refused } from './Refused.tsx'
import { useJump } from './useJump.ts'
import { useMinutes } from './useMinutes.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  verbs: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '8px' },
  verb: { minWidth: 0, padding: '6px 4px', whiteSpace: 'nowrap' },
  files: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginLeft: '-8px' },
})

/** The minutes of one review and the open document: into it, out of it, and on their way. */
export const MinutesPart = ({ option: { review }, options, onGo, onBusy }: PartProps) => {
  const styles = useStyles()
  const { work, show, dismiss, insert, insertInto, readBack, passOn } = useMinutes(review.key)
  const jump = useJump()
  const busy = work.is === 'working'
  useEffect(() => onBusy(busy), [busy, onBusy])
  const held = work.is === 'asking' ? reviewsIn(work.document) : new Set<string>()
  return (
    <>
      <div className={styles.verbs}>
        <Button
          appearance="primary"
          className={styles.verb}
          icon={<DocumentAddRegular />}
          disabledFocusable={busy}
          onClick={() => void insert()}
        >
          Insert minutes
        </Button>
        <Button
          className={styles.verb}
          icon={<DocumentSearchRegular />}
          disabledFocusable={busy}
          onClick={() => void readBack()}
        >
          Read back
        </Button>
      </div>
      <div className={styles.files}>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowDownloadRegular />}
          disabledFocusable={busy}
          onClick={() => void passOn('download')}
        >
          Download minutes
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<CloudArrowUpRegular />}
          disabledFocusable={busy}
          onClick={() => void passOn('save')}
        >
          Save minutes to the library
        </Button>
        <Button
          size="small"
          appearance="subtle"
          icon={<SendRegular />}
          disabledFocusable={busy}
          onClick={() => void passOn('send')}
        >
          Send this document
        </Button>
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
      {work.is !== 'failed' && <DocumentNotices />}
      {work.is === 'nothing' && <HoldsMinutes reviewKey={review.key} />}
      {work.is === 'nothing' && (
        <Text className={styles.quiet}>
          Insert puts the minutes into this document, filled from the record. Read back compares what was
          typed with the record, tracked changes as if accepted, and you choose what to keep.
        </Text>
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
          onWhere={(where) => void insertInto(work.file, where, work.document)}
          onCancel={dismiss}
        />
      )}
      {work.is === 'read' && !('refused' in work.result) && <ReadAs document={work.document} />}
      {work.is === 'read' &&
        ('refused' in work.result ? (
          <Refused
            refusal={work.result.refused}
            other={options.find(
              ({ review: { key } }) =>
                'refused' in work.result &&
                work.result.refused.why !== 'noFields' &&
                key === work.result.refused.review,
            )}
            onGo={onGo}
          />
        ) : (
          <Differences
            key={work.at.getTime()}
            found={work.result}
            file={work.file}
            document={work.document}
          />
        ))}
    </>
  )
}
