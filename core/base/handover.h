#pragma once
#include <QObject>

#include <memory>
#include <utility>

#if defined(__SANITIZE_THREAD__)
#define GBSCOPE_RACE_DETECTOR
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define GBSCOPE_RACE_DETECTOR
#endif
#endif

#if defined(GBSCOPE_RACE_DETECTOR)
extern "C" void __tsan_acquire(void *address);
extern "C" void __tsan_release(void *address);
#endif

namespace gb {
namespace handover {

// Qt is not built with ThreadSanitizer, which sees no order in its queue, nor that a thread has ended: it is told here.
inline void release([[maybe_unused]] void *what)
{
#if defined(GBSCOPE_RACE_DETECTOR)
    __tsan_release(what);
#endif
}

inline void acquire([[maybe_unused]] void *what)
{
#if defined(GBSCOPE_RACE_DETECTOR)
    __tsan_acquire(what);
#endif
}

#if defined(GBSCOPE_RACE_DETECTOR)
template<typename Function>
auto inOrder(QObject *to, Function function)
{
    auto work = std::make_shared<Function>(std::move(function));
    release(work.get());
    return [to, work = std::move(work)]() mutable {
        acquire(work.get());
        (*work)();
        work.reset(); // here: the queue's own count of who has it, which decides where it ends, is not seen
        release(to);
    };
}
#else
template<typename Function>
Function inOrder(QObject *, Function function)
{
    return function;
}
#endif

} // namespace handover

/// Calls the function, with the values it holds, in the thread of `to`: behind what was handed over before, and never
/// when `to` is gone. May be called in any thread.
template<typename Function>
void handOver(QObject *to, Function function)
{
    QMetaObject::invokeMethod(to, handover::inOrder(to, std::move(function)), Qt::QueuedConnection);
}

/// The same, and waits until it was called. Not in the thread of `to`.
template<typename Function>
void handOverAndWait(QObject *to, Function function)
{
    QMetaObject::invokeMethod(to, handover::inOrder(to, std::move(function)), Qt::BlockingQueuedConnection);
    handover::acquire(to);
}

/// The thread of `to` has ended, and was waited for: what was done in it is done.
inline void noteEnded(QObject *to)
{
    handover::acquire(to);
}

} // namespace gb
