#pragma once
#include "core/report/sipp/record.h"
#include "core/report/sipp/texts.h"

#include <QStringList>

namespace gb::sipp {

/// The XML of a scenario, piece by piece. sipp reads 64 KiB of one; what does not fit is not taken.
class Scenario
{
public:
    static constexpr qsizetype most = 52'000; ///< bytes, with room for its head, and for labels and jumps

    /// False, and nothing is added, where there is no room.
    bool add(const QByteArray &piece);
    bool comment(const QString &text);
    int newLabel() { return ++m_labels; }
    /// These find room always, as sipp takes no scenario that lacks a label.
    void label(int number);
    void jump(int label, const QByteArray &ifSet = {});
    /// Nothing: what stands behind the last label.
    void rest();
    /// Sends it; `again`: sipp repeats it over UDP until it is answered.
    bool send(const Text &text, bool again);
    bool pause(Duration duration);
    /// `attributes` begin with a blank; `actions` may be empty.
    bool receive(const QByteArray &what, const QByteArray &attributes = {}, const QByteArray &actions = {});
    /// One action: what a header, or the body where there is none, has of `pattern` goes into `variable`.
    QByteArray capture(const QByteArray &variable, const QByteArray &pattern, const QByteArray &header = {});
    /// The same of what stands in parentheses there.
    QByteArray captureInside(const QByteArray &variable, const QByteArray &pattern, const QByteArray &header = {});
    QByteArray verify(const QByteArray &variable, const QByteArray &user);
    /// A response of our own, which has nothing but what it must have.
    bool respond(int status, const char *reason);

    bool isFull() const { return m_full; }
    bool isEmpty() const { return m_body.isEmpty(); }
    /// All of it. `about`: lines ahead.
    QByteArray write(const QByteArray &name, const QStringList &about) const;

private:
    void use(const QByteArray &variable);

    QByteArray m_body;
    QList<QByteArray> m_variables;
    int m_labels = 0;
    bool m_full = false;
};

} // namespace gb::sipp
