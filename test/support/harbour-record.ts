/** A `sources.yaml` with one record, of a newspaper article in `sources/night.txt`. */
export const HARBOUR_RECORD = `references:
  - id: rowe2014
    type: article-newspaper
    title: The harbour at night
    author: [{family: Rowe, given: Anna}]
    issued: 2014-03-24
    container-title: Avon Daily
    file: sources/night.txt
`;
