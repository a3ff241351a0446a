/** Runs `act` at once and then at most once in `pause` milliseconds, however often it is called; the last call counts. */
export function throttle(pause: number, act: () => void): () => void {
  let resting = false;
  let wanted = false;
  const run = () => {
    if (resting) {
      wanted = true;
      return;
    }
    resting = true;
    act();
    setTimeout(() => {
      resting = false;
      if (!wanted) return;
      wanted = false;
      run();
    }, pause);
  };
  return run;
}
