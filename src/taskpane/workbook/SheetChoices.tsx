import { t } from '../../words/t.ts'
import { showCount } from '../../domain/counted.ts'
import { Checkbox, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components'
import { type SheetChoice, workbookSheets } from '../../documents/provisionMap/more.ts'
import { TypeAhead } from '../../ui/controls/TypeAhead.tsx'
import type { KeyOption } from '../../ui/controls/control.ts'

/** Whose costed maps a workbook has beside the map of all. */
export type Costed = 'none' | 'all' | 'some'

const useStyles = makeStyles({
  fold: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  head: { cursor: 'pointer', padding: '4px 0', fontWeight: tokens.fontWeightSemibold },
  inner: { display: 'flex', flexDirection: 'column', gap: '4px', paddingLeft: '8px' },
  chosen: { display: 'flex', flexDirection: 'column', gap: '2px' },
  help: { color: tokens.colorNeutralForeground2 },
})

/** Which sheets the workbook has beside the map, and which pupils get a costed map of their own. */
export const SheetChoices = ({
  sheets,
  onSheets,
  costed,
  onCosted,
  pupils,
  chosen,
  onChosen,
  readOnly,
}: {
  sheets: readonly SheetChoice[]
  onSheets: (sheets: readonly SheetChoice[]) => void
  costed: Costed
  onCosted: (costed: Costed) => void
  /** Pupils who are in the map. */
  pupils: readonly KeyOption[]
  chosen: readonly string[]
  onChosen: (chosen: readonly string[]) => void
  readOnly: boolean
}) => {
  const styles = useStyles()
  const ids = Object.keys(workbookSheets) as SheetChoice[]
  return (
    <details className={styles.fold}>
      <summary className={styles.head}>{t`Sheets beside the map`}</summary>
      <div className={styles.inner} role="group" aria-label={t`Sheets beside the map`}>
        {ids.map((id) => (
          <div key={id}>
            <Checkbox
              label={workbookSheets[id].words}
              checked={sheets.includes(id)}
              disabled={readOnly}
              onChange={(_, { checked }) =>
                onSheets(ids.filter((one) => (one === id ? checked === true : sheets.includes(one))))
              }
            />
            <Text size={200} block className={styles.help}>
              {workbookSheets[id].help}
            </Text>
            {id === 'pupils' && sheets.includes('pupils') && pupils.length > 1 && (
              <RadioGroup
                aria-label={t`Whose costed maps`}
                value={costed}
                disabled={readOnly}
                onChange={(_, { value }) => onCosted(value as Costed)}
              >
                <Radio value="none" label={t`Nobody’s`} />
                <Radio value="some" label={t`Those whom I choose`} />
                <Radio value="all" label={t`All ${showCount(pupils.length)}`} />
              </RadioGroup>
            )}
            {id === 'pupils' && costed === 'some' && sheets.includes('pupils') && (
              <div className={styles.chosen}>
                <TypeAhead
                  label={t`A pupil to add`}
                  options={pupils.filter(({ key }) => !chosen.includes(key))}
                  value={null}
                  required={false}
                  readOnly={readOnly}
                  onChosen={(key) => key && onChosen([...chosen, key])}
                />
                {chosen.map((key) => (
                  <Checkbox
                    key={key}
                    checked
                    label={pupils.find((one) => one.key === key)?.text ?? ''}
                    onChange={() => onChosen(chosen.filter((one) => one !== key))}
                  />
                ))}
              </div>
            )}
          </div>
        ))}
      </div>
    </details>
  )
}
