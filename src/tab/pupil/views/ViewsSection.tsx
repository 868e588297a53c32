import { inWords, t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DocumentArrowRightRegular, PrintRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { calledName, type Pupil } from '../../../domain/records/pupil.ts'
import { Review } from '../../../domain/records/review.ts'
import { View, viewOwners } from '../../../domain/records/view.ts'
import { WaitingAnswer } from '../../../domain/records/waitingAnswer.ts'
import { provenanceOf, speakerOf } from '../../../domain/rules/provenance.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards } from '../../../ui/RecordCards.tsx'
import { useAbout, useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { Waiting } from '../Waiting.tsx'
import { Questions } from './Questions.tsx'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '16px' },
  bar: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', display: 'block' },
})

/** Everything that was said about this pupil’s support, word for word, newest first, by whatever way it came. */
export const ViewsSection = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  const { href } = useGo()
  const mayWrite = useMayWrite(View)
  const [asks, setAsks] = useState(false)
  return (
    <div className={styles.all}>
      <div className={styles.bar}>
        <Button
          icon={<PrintRegular />}
          aria-expanded={asks}
          onClick={() => setAsks(!asks)}
        >{t`Questions to print`}</Button>
        {mayWrite && (
          <Link href={href({ at: 'forms' })}>
            <DocumentArrowRightRegular aria-hidden /> {t`Bring in the answers of a form`}
            <WaitingCount />
          </Link>
        )}
      </div>
      {asks && <Questions pupil={pupil} />}
      <Loaded
        queries={[useAbout(View, 'pupil', pupil.key), useAbout(Review, 'pupil', pupil.key)]}
        shape={<Waiting />}
      >
        {(views, reviews) => (
          <>
            <Unreadable listings={[views]} />
            <Cards pupil={pupil} views={views.records} reviews={reviews.records} />
          </>
        )}
      </Loaded>
    </div>
  )
}

/** That answers of a form wait for somebody to say whose they are. */
const WaitingCount = () => {
  const records = useAll(WaitingAnswer).data?.records ?? []
  const rows = new Set(records.map(({ form, row, submitted }) => [form, row, submitted].join('\n'))).size
  return rows > 0 && t` (${rows} ${rows === 1 ? t`row waits` : t`rows wait`} for a name)`
}

const Cards = ({
  pupil,
  views,
  reviews,
}: {
  pupil: Stored<Pupil>
  views: readonly Stored<View>[]
  reviews: readonly Stored<Review>[]
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const child = calledName(pupil)
  const newest = reviews.toSorted((a, b) => ((a.meetingDate ?? '9') < (b.meetingDate ?? '9') ? 1 : -1))
  const open = newest.findLast(({ stage }) => ['planning', 'adviceRequested', 'circulated'].includes(stage))
  return (
    <RecordCards
      type={View}
      records={views.toSorted((a, b) => (`${a.gathered}${a.key}` < `${b.gathered}${b.key}` ? 1 : -1))}
      summary={(view) => (
        <>
          <Text weight="semibold" block>
            <Personal>{speakerOf(view, child)}</Personal>
            {view.relationship && view.whose !== 'child' && ` · ${view.relationship}`}
            {view.whose !== 'child' &&
              !view.name &&
              !view.relationship &&
              ` · ${inWords(viewOwners[view.whose])}`}
          </Text>
          {view.question && (
            <Text size={200} className={styles.quiet}>
              {view.question}
            </Text>
          )}
          <Text className={styles.words} dir="auto">
            {view.words}
          </Text>
          <Text size={200} className={styles.quiet}>
            {provenanceOf(view)}
          </Text>
        </>
      )}
      options={{
        review: newest.map((review) => ({ key: review.key, text: Review.titleOf(review) })),
      }}
      latest={{ gathered: today }}
      groups={[
        { fields: ['words', 'question', 'whose', 'name', 'relationship'] },
        {
          title: t`How it came`,
          fields: ['gathered', 'how', 'language', 'helper', 'source', 'review', 'topic'],
        },
      ]}
      add={{
        words: t`Type in what was said`,
        given: { pupil: pupil.key, whose: 'child', how: 'paper', gathered: today, review: open?.key ?? null },
        fields: [
          'words',
          'question',
          'whose',
          'name',
          'gathered',
          'how',
          'language',
          'helper',
          'source',
          'review',
        ],
      }}
      empty={{
        title: t`Nothing is written down yet`,
        todo: t`What the child and the parents say belongs here, in their own words: from a form, from paper, or said at a meeting.`,
      }}
    />
  )
}
