import { Dropdown, makeStyles, Option } from '@fluentui/react-components'
import type { SchoolConfig } from '../config.ts'

const useStyles = makeStyles({ choose: { minWidth: 0, flexGrow: 1 } })

/** Chooses one of several schools; `label` is the id of the word beside it. */
export const SchoolSwitch = ({
  label,
  schools,
  school,
  onSchool,
}: {
  label: string
  schools: readonly SchoolConfig[]
  school: SchoolConfig
  onSchool: (id: string) => void
}) => {
  const styles = useStyles()
  return (
    <Dropdown
      className={styles.choose}
      size="small"
      aria-labelledby={label}
      value={school.name}
      selectedOptions={[school.id]}
      onOptionSelect={(_, { optionValue }) => optionValue && onSchool(optionValue)}
    >
      {schools.map(({ id, name }) => (
        <Option key={id} value={id}>
          {name}
        </Option>
      ))}
    </Dropdown>
  )
}
