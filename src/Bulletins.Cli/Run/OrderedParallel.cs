using System.Collections.Concurrent;

namespace Bulletins.Cli.Run;

/// <summary>Maps items on several threads and gives the results in the items' order, holding a bounded number of them.</summary>
internal static class OrderedParallel
{
    /// <summary>Results of one item that wait to be taken before the work on it does: of a dump of a year's issues a few are in memory at a time.</summary>
    private const int Waiting = 16;

    /// <param name="jobs">How many items are worked on at a time. Even one is worked on by another thread, so that this one can be interrupted.</param>
    public static IEnumerable<TResult> Map<T, TResult>(IEnumerable<T> items, Func<T, TResult> map, int jobs, CancellationToken stop) =>
        MapMany<T, TResult>(items, item => [map(item)], jobs, stop).SelectMany(results => results.Results);

    /// <summary>The same where an item has several results, given as they are made. Those of one item must be taken before the next item is asked for.</summary>
    public static IEnumerable<(T Item, IEnumerable<TResult> Results)> MapMany<T, TResult>(IEnumerable<T> items, Func<T, IEnumerable<TResult>> map, int jobs, CancellationToken stop)
    {
        // Whoever no longer takes results must not leave threads behind that wait to give them.
        using var given = CancellationTokenSource.CreateLinkedTokenSource(stop);

        // Twice as many in flight as are worked on, so that a long document does not leave the other threads idle. They are begun in order: the first is never behind one that waits.
        var factory = new TaskFactory(given.Token, TaskCreationOptions.None, TaskContinuationOptions.None,
            new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler);
        var flight = new Queue<(T Item, BlockingCollection<TResult> Results, Task Work)>();
        try
        {
            foreach (var item in items)
            {
                stop.ThrowIfCancellationRequested();
                var results = new BlockingCollection<TResult>(Waiting);
                flight.Enqueue((item, results, factory.StartNew(() => Give(map, item, results, given.Token))));
                if (flight.Count >= jobs * 2)
                {
                    var first = flight.Dequeue();
                    yield return (first.Item, Take(first.Results, first.Work, stop));
                }
            }

            while (flight.TryDequeue(out var next))
            {
                yield return (next.Item, Take(next.Results, next.Work, stop));
            }
        }
        finally
        {
            given.Cancel();
        }
    }

    private static void Give<T, TResult>(Func<T, IEnumerable<TResult>> map, T item, BlockingCollection<TResult> results, CancellationToken given)
    {
        try
        {
            given.ThrowIfCancellationRequested();
            foreach (var result in map(item))
            {
                results.Add(result, given);
            }
        }
        finally
        {
            results.CompleteAdding();
        }
    }

    private static IEnumerable<TResult> Take<TResult>(BlockingCollection<TResult> results, Task work, CancellationToken stop)
    {
        // A document takes as long as it takes; an interruption must not wait for it.
        foreach (var result in results.GetConsumingEnumerable(stop))
        {
            yield return result;
        }

        work.GetAwaiter().GetResult(); // what failed is thrown as it was
    }
}
