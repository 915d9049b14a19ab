namespace Bulletins.Cli.Run;

/// <summary>Maps items on several threads and gives the results in the items' order, holding a bounded number of them.</summary>
internal static class OrderedParallel
{
    /// <param name="jobs">How many items are worked on at a time. Even one is worked on by another thread, so that this one can be interrupted.</param>
    public static IEnumerable<TResult> Map<T, TResult>(IEnumerable<T> items, Func<T, TResult> map, int jobs, CancellationToken stop)
    {
        // Twice as many in flight as are worked on, so that a long document does not leave the other threads idle.
        var factory = new TaskFactory(stop, TaskCreationOptions.None, TaskContinuationOptions.None,
            new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler);
        var flight = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            stop.ThrowIfCancellationRequested();
            flight.Enqueue(factory.StartNew(() => map(item)));
            if (flight.Count >= jobs * 2)
            {
                yield return Result(flight.Dequeue(), stop);
            }
        }

        while (flight.TryDequeue(out var task))
        {
            yield return Result(task, stop);
        }
    }

    private static TResult Result<TResult>(Task<TResult> task, CancellationToken stop)
    {
        try
        {
            task.Wait(stop); // a document takes as long as it takes, an interruption must not wait for it
        }
        catch (AggregateException)
        {
            // Thrown again below, as it was.
        }

        return task.GetAwaiter().GetResult();
    }
}
