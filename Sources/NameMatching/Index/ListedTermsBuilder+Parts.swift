extension ListedTermsBuilder {
    /// Takes over the names of a part, whose weights are not settled.
    ///
    /// - Parameter numbers: those that the part's faces have here.
    mutating func append(_ part: borrowing ListedTermsBuilder, _ numbers: borrowing Scratch<Int32>) {
        let (terms, letters) = (Int32(weight.count), Int32(spellings.count))
        let (faces, joins) = (Int32(self.faces.count), Int32(self.joins.count))
        termStart.append(ends: part.termStart, behind: terms)
        joinStart.append(ends: part.joinStart, behind: joins)
        identity.append(contentsOf: part.identity.buffer)
        isHan.append(contentsOf: part.isHan.buffer)
        isPersonLike.append(contentsOf: part.isPersonLike.buffer)
        isPerson.append(contentsOf: part.isPerson.buffer)
        isWeak.append(contentsOf: part.isWeak.buffer)
        weight.append(contentsOf: part.weight.buffer)
        evidence.append(contentsOf: part.evidence.buffer)
        kind.append(contentsOf: part.kind.buffer)
        concept.append(contentsOf: part.concept.buffer)
        faceStart.append(ends: part.faceStart, behind: faces)
        spellingStart.append(ends: part.spellingStart, behind: letters)
        spellings.append(contentsOf: part.spellings.buffer)
        self.faces.append(contentsOf: part.faces.buffer)
        for place in Int(faces)..<self.faces.count {
            self.faces[place].face = numbers[Int(self.faces[place].face)]
        }
        self.joins.append(contentsOf: part.joins.buffer)
        for place in Int(joins)..<self.joins.count {
            self.joins[place].face = numbers[Int(self.joins[place].face)]
        }
    }

    mutating func removeAll() {
        termStart.truncate(to: 1)
        joinStart.truncate(to: 1)
        totalWeight.removeAll()
        identity.removeAll()
        isHan.removeAll()
        isPersonLike.removeAll()
        isPerson.removeAll()
        isWeak.removeAll()
        weight.removeAll()
        classWeight.removeAll()
        evidence.removeAll()
        kind.removeAll()
        concept.removeAll()
        faceStart.truncate(to: 1)
        spellingStart.truncate(to: 1)
        spellings.removeAll()
        faces.removeAll()
        joins.removeAll()
    }
}

extension Scratch<Int32> {
    /// Appends where the elements of a part end, which lie behind others.
    fileprivate mutating func append(ends part: borrowing Scratch<Int32>, behind count: Int32) {
        for end in part.buffer.dropFirst() { append(count + end) }
    }
}
