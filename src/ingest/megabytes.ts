/** A number of bytes as a person is told it: `20.5 MB`, `512 MB`. */
export const megabytes = (bytes: number): string => `${Number((bytes / 1024 / 1024).toFixed(1))} MB`;
