#include "core/base/handover.h"
#include "core/session/engine.h"
#include "core/session/notevalues.h"

/// Where the wishes are carried out that are no actor's.
namespace gb {

struct Engine::CarryOut
{
    Engine &engine;

    void operator()(const wish::SetPolicy &wish) const { engine.note(notevalues::noteOf(wish.policy)); }
    void operator()(const wish::SetOverrides &wish) const { engine.note(notevalues::noteOf(wish.overrides)); }
    void operator()(const wish::Expect &wish) const { engine.note(notevalues::noteOf(wish.devices)); }
    void operator()(const wish::KnowPasswords &wish) const { engine.setKnownPasswords(wish.passwords); }
    void operator()(const wish::Listen &wish) const { engine.listen(wish.config); }
    void operator()(const wish::ListenForHep &wish) const { engine.listenForHep(wish.endpoint); }
    void operator()(const wish::Capture &wish) const { engine.capture(wish.options); }
    void operator()(const wish::Mirror &wish) const { engine.mirror(wish.collector); }
    void operator()(const wish::StopListening &) const { engine.stopListening(); }
    void operator()(const wish::Watch &wish) const { engine.m_ledger.analysis().devices().watch(wish.device); }
    void operator()(const wish::Record &wish) const
    {
        QString error;
        engine.divideRecord(wish.path, wish.limits);
        const QString comment = QStringLiteral(
            "Recorded by gbscope. IP, UDP and TCP headers are synthesised: the octets are those of the sockets.");
        if (!engine.m_ledger.open(wish.path, comment, &error))
            engine.tell(outcome::RecordFailed{wish.path, error});
    }
    void operator()(const wish::DiscardEmptyRecord &) const { engine.m_ledger.file().discardEmpty(); }
    void operator()(const wish::Read &wish) const
    {
        if (SessionFile &file = engine.m_ledger.file(); file.isOpen())
            file.read(wish.number);
        else
            engine.tell(outcome::MessageRead{wish.number, {}});
    }
    void operator()(const wish::SetMark &wish) const
    {
        const TimePoint now = std::max(engine.m_clock.now(), wish.mark.at);
        engine.m_ledger.note(notes::Bookmark{.message = wish.mark.number,
                                 .ago = static_cast<quint64>((now - wish.mark.at).count()),
                                 .removed = !wish.mark.isSet,
                                 .text = wish.mark.text},
            now);
    }
    void operator()(const wish::Flush &) const
    {
        const auto tellFlushed = [&engine = engine] {
            engine.deliver(true); // first: what the disk refused is known only now
            engine.tell(outcome::Flushed{});
        };
        if (SessionFile &file = engine.m_ledger.file(); file.isOpen())
            file.flush([&engine = engine, tellFlushed] { handOver(&engine, tellFlushed); });
        else
            tellFlushed();
    }
    template<typename Other>
    void operator()(const Other &) const // of an actor, or of captures
    {
    }
};

void Engine::carryOut(const Wish &wish)
{
    std::visit(CarryOut{*this}, wish);
    for (const auto &actor : m_actors)
        actor->carryOut(wish, *this);
    armDeadline();
    news();
}

} // namespace gb
