import { FluentProvider, makeStyles, teamsLightTheme, Text } from '@fluentui/react-components'
import { createPortal } from 'react-dom'
import { faces, questionDrawings } from '../../../documents/drawings.ts'
import { type Asked, type QuestionPage, sheetWords } from '../../../domain/rules/questions.ts'
import { Drawn } from '../../../ui/Drawn.tsx'
import { usePrinting } from '../../../ui/usePrinting.ts'

const onPaper = { ...teamsLightTheme, fontFamilyBase: "'Segoe UI', Arial, sans-serif" }

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '18px', color: '#000' },
  title: { margin: 0 },
  one: { display: 'flex', gap: '16px', breakInside: 'avoid', alignItems: 'flex-start' },
  picture: { flexShrink: 0, width: '64px', textAlign: 'center' },
  body: { flexGrow: 1, minWidth: 0 },
  line: { borderBottom: '1px solid #767676', height: '34px' },
  box: { border: '2px solid #767676', borderRadius: '8px', height: '150px', marginTop: '8px' },
  faces: { display: 'flex', gap: '48px', paddingTop: '8px' },
  foot: { borderTop: '1px solid #767676', paddingTop: '8px', breakInside: 'avoid' },
})

const lines = 3

/** The page as it is answered: large words, a picture beside them, room to write, draw or choose. */
export const QuestionSheet = ({
  page,
  questions,
  name,
}: {
  page: QuestionPage
  questions: readonly Asked[]
  /** What the pupil is called. */
  name: string
}) => {
  const styles = useStyles()
  const words = sheetWords(page, name)
  const large = page === 'pictures' ? '26px' : page === 'child' ? '20px' : '17px'
  return (
    <article className={styles.page}>
      <Text as="h1" block size={800} weight="semibold" className={styles.title}>
        {words.title}
      </Text>
      <Text block style={{ fontSize: large, lineHeight: '1.4' }}>
        {words.name}
      </Text>
      {questions.map(({ text, symbol, answer }, at) => {
        const drawing = symbol && questionDrawings[symbol]
        return (
          <div key={at} className={styles.one}>
            {drawing && (
              <span className={styles.picture}>
                <Drawn of={drawing} size={52} />
              </span>
            )}
            <div className={styles.body}>
              <Text block weight="semibold" style={{ fontSize: large, lineHeight: '1.4' }}>
                {text}
              </Text>
              {answer === 'lines' &&
                Array.from({ length: lines }, (_, line) => <div key={line} className={styles.line} />)}
              {answer === 'box' && <div className={styles.box} />}
              {answer === 'faces' && (
                <div className={styles.faces}>
                  {faces.map((face) => (
                    <Drawn key={face.alt} of={face} size={72} alone />
                  ))}
                </div>
              )}
            </div>
          </div>
        )
      })}
      <Text block className={styles.foot} style={{ fontSize: large, lineHeight: '1.6' }}>
        {words.foot}
      </Text>
    </article>
  )
}

/** The page on paper; only while the printing goes on, and never in sight. */
export const PrintQuestions = ({
  page,
  questions,
  name,
  onDone,
}: {
  page: QuestionPage
  questions: readonly Asked[]
  name: string
  onDone: () => void
}) => {
  usePrinting(onDone)
  return createPortal(
    <FluentProvider theme={onPaper} className="paper">
      <QuestionSheet page={page} questions={questions} name={name} />
    </FluentProvider>,
    document.body,
  )
}
