/**
 * The least time that the processor takes for each work, in milliseconds, of some rounds of all. How long a machine with
 * much else to do lets a process wait does not count.
 */
export function processorTimes(works: readonly (() => void)[], rounds = 15): number[] {
  const least = works.map(() => Infinity);
  for (let round = 0; round < rounds; round++)
    works.forEach((work, at) => {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      least[at] = Math.min(least[at] ?? Infinity, (user + system) / 1000);
    });
  return least;
}
