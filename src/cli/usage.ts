export const usage = `npm run make -- minutes --pupil UPN|any --out FILE.docx [--review KEY]
npm run make -- provision-map --out FILE.xlsx [--year 4 | --pupil UPN | --level targeted]
npm run make -- import FILE
npm run -s make -- clock --file CASES.json
npm run -s make -- cost --file CASES.json

minutes        the minutes of a pupil's review as a Word document; the newest with a meeting, or the one with that key
provision-map  the costed provision map as an Excel workbook: the whole school, a year group, a pupil or a level
import         stores a CSV export or CTF, and says row by row what became of it; exit 1 if any row was refused
clock          the dates of reviews from {meeting, noticeSent, dob, basis}, as JSON
cost           the cost of provision from {ratePence, sessionsPerWeek, minutes, prepMinutes, weeks, groupSize,
               resourcesPence}, as JSON

  --school ID   oakfield or northmoor (minutes and provision-map of a pupil look in both without it; else oakfield)
  --data DIR    where the embedded school is kept (.goldthread/school); filled first when it is empty
  --as PERSONA  senco, head, teacher, ta, governor or it (senco)`
