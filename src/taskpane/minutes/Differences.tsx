import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReadBack } from '../../documents/readBack.ts'
import type { ReadDocument } from '../../documents/readControls.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { DifferenceCard } from './DifferenceCard.tsx'
import { Rest } from './Rest.tsx'
import { useReadBack } from './useReadBack.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '12px' },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: '8px',
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
})

export type Found = Exclude<ReadBack, { refused: unknown }>

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** What reading back found: each difference with its choice, then what was doubled, missing or not filled in. */
export const Differences = ({
  found,
  file,
  document,
}: {
  found: Found
  file: ReviewFile
  document: ReadDocument
}) => {
  const styles = useStyles()
  const doubles = found.doubled.flatMap(({ choices }) => choices)
  const { cards, take, keep, reopen } = useReadBack([...found.differences, ...doubles])
  const isDouble = (tag: string) => found.doubled.some((one) => one.tag === tag)
  // What would empty a field of the record is chosen one by one: text is gone from a document by a slip of the hand.
  const open = cards.filter(
    ({ difference, state }) =>
      difference.document !== '' &&
      ['open', 'notSaved', 'moved'].includes(state.is) &&
      'value' in difference.change &&
      !isDouble(difference.tag),
  )
  const single = cards.filter(({ difference }) => !isDouble(difference.tag))
  const double = cards.filter(({ difference }) => isDouble(difference.tag))
  const shown = (these: typeof cards) =>
    these.map((card) => (
      <DifferenceCard
        key={`${card.difference.tag} ${card.difference.document}`}
        card={card}
        onTake={() => void take([card.difference])}
        onKeep={() => keep(card.difference)}
        onReopen={() => reopen(card.difference)}
      />
    ))
  return (
    <section className={styles.all} aria-label="What the document says differently">
      <div className={styles.head}>
        <Text as="h2" size={400} weight="semibold" className={styles.title}>
          <output>
            {cards.length === 0
              ? 'The document says what the record says'
              : counted(cards.length, 'difference', 'differences')}
          </output>
        </Text>
        {open.length > 1 && (
          <Button size="small" onClick={() => void take(open.map(({ difference }) => difference))}>
            {open.length === cards.length
              ? `Take all ${open.length}`
              : `Take ${open.length} from the document`}
          </Button>
        )}
      </div>
      {shown(single)}
      {double.length > 0 && (
        <>
          <Text className={styles.quiet}>
            These stand more than once in the document and don’t say the same. Choose which is right.
          </Text>
          {shown(double)}
        </>
      )}
      <Rest found={found} file={file} document={document} />
    </section>
  )
}
