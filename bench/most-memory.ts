// Tells the parent what this process took, when it ends: the most memory, and the time of all its threads on the processor. Loaded before the program that is measured.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.send?.({ megabytes: Math.round(maxRSS / 1024), seconds: (userCPUTime + systemCPUTime) / 1e6 });
});
// The channel must not keep the process alive.
process.channel?.unref();
